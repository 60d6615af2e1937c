import { z } from 'zod';
import { EFFECTS } from '../../command/action.ts';
import { DECISION_KINDS } from '../../policy/decision.ts';

/** What several schemas share. */

export const version = z.literal(1);
export const id = z.uuid();
export const time = z.iso.datetime().nullable();
export const text = z.string();
export const texts = z.array(text);
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
export const count = z.number().int().nonnegative();
export const decision = z.enum(DECISION_KINDS);
/** Fields that only some tools or situations have. */
export const fields = z.record(text, text);
export const anything = z.record(text, z.unknown());

export const STATES = [
  'pending',
  'questioned',
  'granted',
  'started',
  'finished',
  'denied',
  'expired',
  'withdrawn',
  'superseded',
  'revoked',
  'lapsed',
  'changed',
  'failed',
  'unknown',
] as const;

export const action = z.looseObject({
  tool: text,
  operation: text,
  effects: z.array(z.enum(EFFECTS)).min(1),
  resource: fields,
  scope: fields,
  opaque: z.boolean(),
});

export const row = {
  id,
  state: z.enum(STATES),
  digest,
  argv: texts.min(1).describe('secrets read [secret]'),
  principal: text,
  decision,
  rules: texts,
  submitted_at: time,
  expires_at: time.describe('when it ends or lapses by itself; null while a question is open, and after the end'),
  question: z.looseObject({ by: text, text }).nullable(),
  ended: z.looseObject({ reason: text, by: text.optional(), text: text.optional() }).nullable(),
  code: text.describe('six letters and digits of the digest, which people compare and type'),
  effects: z.array(z.enum(EFFECTS)),
  repeated: count.describe('how often it was asked for again while it waited'),
  standing: id.nullable().describe('the standing grant that let it run'),
  break_glass: z.looseObject({ by: text, reviewed: z.boolean() }).nullable().describe('run without the votes'),
};
