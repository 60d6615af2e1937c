import { z } from 'zod';
import { isBarred } from '../identity/peer.ts';
import { ApiError } from '../problem.ts';
import { claimsOf } from './claims.ts';
import { claimed, observed } from './fields.ts';
import { ok, type Route, route } from './route.ts';
import { text, time } from './views.ts';

const HINT = 'the service has no `login` in its file: ask whoever runs it';

/** How people from elsewhere become known: an issuer of their organisation says who they are, and they get a session. */
export const LOGIN: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/login',
    operationId: 'beginLogin',
    summary: 'Where to log in, and the nonce for one login',
    who: ['anybody'],
    answers: {
      200: {
        summary: 'The issuer, and what it knows this service as',
        json: z.strictObject({ issuer: z.url(), client_id: text, nonce: text.describe('good for ten minutes') }),
      },
    },
    problems: ['NOT_FOUND'],
    handle(_, { logins }) {
      if (logins === undefined) throw new ApiError('NOT_FOUND', 'nobody logs in here', HINT);
      const { issuer, clientId, nonce } = logins.begin();
      return ok({ issuer, client_id: clientId, nonce });
    },
  }),
  route({
    method: 'POST',
    path: '/v1/login',
    operationId: 'finishLogin',
    summary: 'A session, for the person whom the issuer’s token is about',
    description:
      'The header `Gate-Claims` says whether there is a terminal, and who else is around: people log in in person. The token is good once.',
    who: ['anybody'],
    body: z.strictObject({
      id_token: observed(z.string().min(1).max(16_384)),
      /** `answer` reads and votes, `ask` runs commands; no session does both. */
      purpose: claimed(z.enum(['answer', 'ask'])),
    }),
    answers: {
      201: {
        summary: 'The session; the token is shown once',
        json: z.strictObject({ token: text, person: text, expires: time }),
      },
    },
    problems: ['NOT_FOUND', 'NOT_YOURS', 'USAGE', 'TOO_MANY'],
    async handle({ body, headers, stranger }, { logins }) {
      if (logins === undefined) throw new ApiError('NOT_FOUND', 'nobody logs in here', HINT);
      stranger.check();
      const done = await logins.finish(body.id_token, body.purpose, claimsOf(headers.get('gate-claims')));
      const why = isBarred(done) ? done.barred : done.kind === 'refused' ? done.why : undefined;
      if (isBarred(done) || done.kind === 'refused') {
        stranger.failed(why ?? '');
        throw new ApiError('NOT_YOURS', why ?? '');
      }
      const { token, issued } = done;
      return { status: 201, json: { token, person: issued.principal.id, expires: issued.expires } };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/logout',
    operationId: 'logOut',
    summary: 'End the session that this call comes with',
    who: ['caller'],
    body: z.strictObject({}),
    answers: { 200: { summary: 'It is good for nothing any more', json: z.strictObject({ person: text }) } },
    async handle({ caller }, { tokens }) {
      const { principal, by, token } = caller;
      if (by !== 'login' || token === undefined)
        throw new ApiError('USAGE', 'this call comes with no session of a login');
      await tokens.revoke(principal.id, token);
      return ok({ person: principal.id });
    },
  }),
];
