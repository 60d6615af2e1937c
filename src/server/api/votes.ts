import { z } from 'zod';
import { levelOf, reaches } from '../../approval/evidence.ts';
import type { Caller } from '../caller.ts';
import { evidenceOf } from '../identity/evidence.ts';
import { ApiError } from '../problem.ts';
import { asked, proofAsked, receiving, statement } from './answers.ts';
import { claimed, digest, milliseconds, nonce, observed, takeBack, words } from './fields.ts';
import { ok, type Route, route } from './route.ts';

const standing = z.strictObject({
  seconds: claimed(
    z
      .number()
      .int()
      .positive()
      .max(86_400 * 7),
  ),
  shape: observed(digest),
});
export const proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: observed(z.literal('os')) }),
  z.strictObject({ kind: claimed(z.literal('passphrase')), passphrase: observed(z.string().min(1).max(1024)) }),
  z.strictObject({ kind: claimed(z.literal('totp')), code: observed(z.string().max(16)) }),
  z.strictObject({
    kind: claimed(z.literal('ssh-signature')),
    key: observed(z.string().max(16_384)),
    signature: observed(z.string().max(16_384)),
  }),
]);

/** `digest` is compared with that of the request: what the voter saw is what is voted on. */
const ballot = {
  vote: claimed(z.enum(['approve', 'deny'])),
  digest: observed(digest),
  at: claimed(milliseconds),
  nonce: claimed(nonce),
  standing: claimed(standing).optional(),
};

/** What people do about a request: vote, take it back, say afterwards whether it was right. */
export const VOTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/requests/{id}/asked',
    operationId: 'getAsked',
    summary: 'Whose vote could count now, and what is missing',
    who: ['caller'],
    subject: 'request',
    answers: { 200: { summary: 'The people', json: asked } },
    handle: async ({ known }, { broker }) => ok(await broker.asked(known.id)),
  }),
  route({
    method: 'GET',
    path: '/v1/requests/{id}/proof',
    operationId: 'getProofAsked',
    summary: 'What a yes of the caller has to be proven by, and what they could prove it with',
    who: ['caller'],
    subject: 'request',
    answers: { 200: { summary: 'The proof', json: proofAsked } },
    async handle({ known, asking, caller }, { broker }) {
      const { wanted, able } = await broker.proofAsked(known.id, asking.principal.id);
      const own = evidenceOf(caller);
      // What the connection proves by itself nobody has to be asked for.
      return ok(own !== undefined && reaches(levelOf(own), wanted) ? { wanted: 'os', able: [] } : { wanted, able });
    },
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/statement',
    operationId: 'makeStatement',
    summary: 'The statement that a ballot of the caller makes, for who signs it',
    who: ['caller'],
    subject: 'request',
    body: z.strictObject(ballot),
    answers: { 200: { summary: 'The statement', json: statement } },
    handle: async ({ known, asking, body }, { broker }) =>
      ok(await broker.statement(known.id, { ...body, voter: asking.principal.id })),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/votes',
    operationId: 'vote',
    summary: 'Say yes or no',
    description: 'A ballot with a nonce that was counted changes nothing.',
    who: ['person'],
    subject: 'request',
    body: z.strictObject({ ...ballot, proof: claimed(proof), text: claimed(words).optional() }),
    answers: { 200: { summary: 'What became of it', json: receiving } },
    async handle({ known, asking, caller, body }, { broker }) {
      const proof = shownBy(caller, body.proof);
      return ok(
        await broker.vote(known.id, { ...body, proof, voter: asking.principal.id } as Parameters<
          typeof broker.vote
        >[1]),
      );
    },
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/review',
    operationId: 'review',
    summary: 'Say afterwards whether a run under break-glass was right',
    who: ['person'],
    subject: 'request',
    body: z.strictObject({ verdict: claimed(z.enum(['justified', 'not_justified'])), text: claimed(words.min(1)) }),
    answers: { 200: { summary: 'What became of it', json: receiving } },
    handle: async ({ known, asking, body }, { broker }) =>
      ok(await broker.review(known.id, { ...body, by: asking.principal.id })),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/withdrawal',
    operationId: 'withdraw',
    summary: 'Take back a request that has not started: for the one who asked, and the person behind it',
    who: ['caller'],
    subject: 'request',
    body: takeBack,
    answers: { 200: { summary: 'What became of it', json: receiving } },
    handle: async ({ known, asking, body }, { broker }) =>
      ok(await broker.withdraw(known.id, { ...body, by: asking.principal.id })),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/revocation',
    operationId: 'revoke',
    summary: 'End a grant that has not started',
    who: ['caller'],
    subject: 'request',
    body: takeBack,
    answers: { 200: { summary: 'What became of it', json: receiving } },
    handle: async ({ known, asking, body }, { broker }) =>
      ok(await broker.revoke(known.id, { ...body, by: asking.principal.id })),
  }),
];

/** What the connection proves is never in a body: an issuer vouched for a session, or the kernel for an account. @throws ApiError NOT_YOURS */
export function shownBy(
  caller: Caller,
  said: z.infer<typeof proof>,
): z.infer<typeof proof> | { readonly kind: 'oidc' } {
  if (said.kind !== 'os') return said;
  const own = evidenceOf(caller);
  if (own === 'os' || own === 'oidc') return { kind: own };
  throw new ApiError('NOT_YOURS', `${caller.principal.id} came with nothing that proves a vote`);
}
