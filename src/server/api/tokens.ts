import { z } from 'zod';
import { ApiError } from '../problem.ts';
import { claimed } from './fields.ts';
import { ok, type Route, route } from './route.ts';
import { named, text, texts, time } from './views.ts';

const tokenView = named(
  'Token',
  z.looseObject({
    id: text.describe('ten hexadecimal digits; the token begins with it'),
    principal: z.looseObject({ kind: z.enum(['person', 'agent', 'pipeline']), id: text, owner: text.optional() }),
    scopes: z.array(z.enum(['run', 'read', 'vote', 'operate', 'relay'])),
    relay: z.looseObject({ name: text, people: texts }).optional().describe('whose votes it may convey'),
    networks: texts.optional().describe('it is good from there only'),
    by: text.describe('who had it made'),
    expires: time,
    at: time.optional().describe('when it was made'),
    used: time.optional().describe('when it was last used, to a minute'),
  }),
);

const name = z.string().min(1).max(100);
const wanted = {
  name: claimed(name),
  seconds: claimed(z.number().int().positive().max(31_622_400)).optional(),
  networks: claimed(z.array(z.string().max(64)).max(64)).optional(),
};

/** Tokens by which agents and pipelines call from elsewhere. Nothing here shows one again. */
export const TOKENS: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/tokens',
    operationId: 'listTokens',
    summary: 'Those that are out, newest first; sessions of people among them',
    who: ['scope:operate'],
    answers: { 200: { summary: 'The tokens', json: z.strictObject({ tokens: z.array(tokenView) }) } },
    handle: async (_, { tokens }) => ok({ tokens: (await tokens.list()).map(withoutDigest) }),
  }),
  route({
    method: 'POST',
    path: '/v1/tokens',
    operationId: 'createToken',
    summary: 'Make one: for people of the group `operators`, in person',
    who: ['person', 'scope:operate'],
    body: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: claimed(z.enum(['agent', 'pipeline'])),
        owner: claimed(name),
        scope: claimed(z.enum(['run', 'read'])),
        ...wanted,
      }),
      z.strictObject({ kind: claimed(z.literal('relay')), people: claimed(z.array(name).min(1).max(1000)), ...wanted }),
    ]),
    answers: {
      201: {
        summary: 'The token, shown this once',
        json: z.strictObject({ token: text, issued: tokenView }),
      },
    },
    async handle({ asking, body }, { tokens }) {
      const done = await tokens.issue(asking.principal.id, body);
      if (done.kind === 'refused') throw new ApiError('NOT_YOURS', done.why);
      return { status: 201, json: { token: done.token, issued: withoutDigest(done.issued) } };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/tokens/{id}/revocation',
    operationId: 'revokeToken',
    summary: 'Take one back: for operators, and whoever answers for it',
    who: ['person'],
    body: z.strictObject({}),
    answers: { 200: { summary: 'It is good for nothing any more', json: z.strictObject({ token: tokenView }) } },
    async handle({ asking, path }, { tokens }) {
      const done = await tokens.revoke(asking.principal.id, path['id'] ?? '');
      if (done.kind === 'refused') throw new ApiError('NOT_YOURS', done.why);
      if (done.kind === 'unknown') throw new ApiError('NOT_FOUND', 'no token has that id');
      return ok({ token: withoutDigest(done.token) });
    },
  }),
];

function withoutDigest<Token extends object>(token: Token): Omit<Token, 'digest'> {
  const { digest: _, ...rest } = token as Token & { digest?: unknown };
  return rest as Omit<Token, 'digest'>;
}
