import { z } from 'zod';
import { COST } from '../../approval/factors/passphrase.ts';
import { sshKey } from '../../approval/factors/ssh-key.ts';
import { ApiError } from '../problem.ts';
import { claimed, digest, milliseconds, nonce, observed } from './fields.ts';
import { ok, type Route, route } from './route.ts';
import { proof, shownBy } from './votes.ts';

const id = claimed(z.string().regex(/^[0-9a-f]{8}$/));
const hexadecimal = (bytes: number) => claimed(z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`)));

/** A passkey is made in a browser, where it says so itself. */
const factor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: claimed(z.literal('passphrase')),
    id,
    // Its cost is the service's to pay, at every vote.
    scrypt: claimed(
      z.strictObject({
        n: claimed(z.literal(COST.n)),
        r: claimed(z.literal(COST.r)),
        p: claimed(z.literal(COST.p)),
        salt: hexadecimal(16),
        hash: hexadecimal(32),
      }),
    ),
  }),
  z.strictObject({ kind: claimed(z.literal('totp')), id, secret: claimed(z.string().regex(/^[A-Z2-7]{32}$/)) }),
  z.strictObject({
    kind: claimed(z.literal('ssh-key')),
    id,
    key: claimed(z.string().max(16_384)).refine(
      (text) => sshKey(text)?.line === text,
      'is no public key that gate knows',
    ),
    path: claimed(z.string().max(4096).startsWith('/')).optional(),
  }),
]);
const moment = { at: claimed(milliseconds), nonce: claimed(nonce) };
const change = z.union([z.strictObject({ enroll: observed(digest) }), z.strictObject({ remove: id })]);
const changed = z.looseObject({ kind: z.enum(['done', 'refused']) });

/** What people prove their votes with: each their own, in person. */
export const ENROLMENT: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/enrolment',
    operationId: 'getEnrolment',
    summary: 'What the caller has enrolled, and what they could prove something with',
    who: ['person'],
    answers: { 200: { summary: 'The factors', json: z.looseObject({ enrolled: z.array(z.looseObject({})) }) } },
    async handle({ asking }, { enrolment }) {
      const own = await enrolment();
      const person = asking.principal.id;
      return ok({ enrolled: await own.list(person), able: await own.able(person) });
    },
  }),
  route({
    method: 'POST',
    path: '/v1/enrolment/statement',
    operationId: 'getEnrolmentStatement',
    summary: 'What a proof for such a change signs',
    who: ['person'],
    body: z.strictObject({ change: claimed(change), ...moment }),
    answers: { 200: { summary: 'The text', json: z.strictObject({ text: z.string() }) } },
    async handle({ asking, body: { change, ...own } }, { enrolment }) {
      return ok({ text: await (await enrolment()).statement(asking.principal.id, change as never, own) });
    },
  }),
  route({
    method: 'POST',
    path: '/v1/enrolment',
    operationId: 'enroll',
    summary: 'Enroll a factor; once something is enrolled it takes a proof by it',
    who: ['person'],
    body: z.strictObject({
      factor: claimed(factor),
      ...moment,
      proof: claimed(proof),
      used: claimed(z.number().int().nonnegative()).optional(),
    }),
    answers: { 200: { summary: 'What became of it', json: changed } },
    async handle({ asking, caller, body: { factor, proof, used, ...own } }, { enrolment }) {
      const person = asking.principal.id;
      const { list, enroll } = await enrolment();
      if ((await list(person)).some((each) => each.id === factor.id)) {
        throw new ApiError('CONFLICT', `something is enrolled as ${factor.id} already`, 'begin again');
      }
      const leave = { ...own, proof: shownBy(caller, proof) };
      return ok(await enroll(person, factor as never, leave, used));
    },
  }),
  route({
    method: 'POST',
    path: '/v1/enrolment/removal',
    operationId: 'unenroll',
    summary: 'Take a factor back, by a proof of something that is enrolled',
    who: ['person'],
    body: z.strictObject({ id, ...moment, proof: claimed(proof) }),
    answers: { 200: { summary: 'What became of it', json: changed } },
    async handle({ asking, caller, body: { id: gone, proof, ...own } }, { enrolment }) {
      const leave = { ...own, proof: shownBy(caller, proof) };
      return ok(await (await enrolment()).remove(asking.principal.id, gone, leave));
    },
  }),
];
