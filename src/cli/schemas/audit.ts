import { z } from 'zod';
import { count, text, version } from './words.ts';

/** The log. */

const verify = z.union([
  z.looseObject({
    schema_version: version,
    sound: z.literal(true),
    log: text,
    size: count,
    root: z.string().regex(/^[0-9a-f]{64}$/),
    at: z.number().int(),
    erased: count,
    open: count.describe('requests that have not ended'),
    signed: count.describe('votes whose signature was checked'),
    configured: count.describe('of these, by a key known from configuration only'),
    unreviewed: count.describe('runs under break-glass that nobody has reviewed'),
    standing: count.describe('standing grants that have not ended'),
  }),
  z.looseObject({
    schema_version: version,
    sound: z.literal(false),
    index: z.number().int(),
    reason: text,
    detail: text,
  }),
]);

export const auditSchemas = {
  'audit-verify': verify.describe('gate audit verify --json'),
};
