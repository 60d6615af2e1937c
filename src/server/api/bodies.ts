import { z } from 'zod';

/** What callers may send: strict, bounded, and never who they are. */

/** Characters of words that people read. */
const words = z.string().max(2000);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const nonce = z.string().regex(/^[0-9a-f]{32}$/);
const milliseconds = z.number().int().nonnegative().max(8_640_000_000_000_000);
/** As the kernel has them: any text without NUL. */
const argument = z
  .string()
  .max(256 * 1024)
  .refine((text) => !text.includes('\0'), 'holds a NUL');

const standing = z.strictObject({
  seconds: z
    .number()
    .int()
    .positive()
    .max(86_400 * 7),
  shape: digest,
});
const proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('os') }),
  z.strictObject({ kind: z.literal('passphrase'), passphrase: z.string().min(1).max(1024) }),
  z.strictObject({ kind: z.literal('totp'), code: z.string().max(16) }),
  z.strictObject({ kind: z.literal('ssh-signature'), key: z.string().max(16_384), signature: z.string().max(16_384) }),
]);

const ballot = { vote: z.enum(['approve', 'deny']), digest, at: milliseconds, nonce, standing: standing.optional() };

export const BODIES = {
  statement: z.strictObject(ballot),
  vote: z.strictObject({ ...ballot, proof, text: words.optional() }),
  question: z.strictObject({ text: words.min(1) }),
  answer: z.strictObject({
    text: words.min(1),
    file: z.strictObject({ name: z.string().min(1).max(255), digest, text: z.string().max(64 * 1024) }).optional(),
  }),
  review: z.strictObject({ verdict: z.enum(['justified', 'not_justified']), text: words.min(1) }),
  takeBack: z.strictObject({ text: words.optional() }),
  confirmation: z.strictObject({ word: words.min(1) }),
  giveUp: z.strictObject({ reason: z.enum(['no_terminal', 'not_confirmed']) }),
  submission: z.strictObject({
    argv: z.array(argument).min(1).max(4096),
    cwd: argument.max(4096).startsWith('/'),
    /** Claimed; in host mode only what the sealed environment takes from it. */
    environment: z.record(z.string().max(4096), argument).default({}),
    stdin: z.enum(['terminal', 'null', 'pipe', 'file', 'closed']),
    intent: words.optional(),
    ticket: words.optional(),
    call: z.number().int().nonnegative().optional(),
    break_glass: z.boolean().default(false),
  }),
} as const;

/** What a caller says about itself, in the header `Gate-Claims`: it only ever takes rights away. */
export const CLAIMS = z.strictObject({
  kind: z.enum(['agent', 'pipeline']).optional(),
  harness: z.string().max(64).optional(),
  session: z.string().max(256).optional(),
  supervised: z.boolean().optional(),
  tty: z.boolean(),
});

export type SubmissionBody = z.infer<typeof BODIES.submission>;
