import { z } from 'zod';
import { action, count, decision, id, text, texts, version } from './words.ts';

/** What a command means, and what another policy would say. */

const explain = z.union([
  z.looseObject({
    schema_version: version,
    id: z.union([text, z.number()]).optional().describe('of the row, with --batch'),
    decision,
    opaque: z.boolean(),
    rules: texts,
    reasons: texts,
    refusal: z.enum(['rule', 'limit', 'error']).optional(),
    mode: z.literal('observe').optional(),
    actions: z.array(action),
  }),
  z.looseObject({ schema_version: version, id: z.union([text, z.number()]).optional(), error: text }),
]);

const tally = z.looseObject({ questions: count, denied: count, questions_per_day: z.number().nonnegative() });

export const policySchemas = {
  simulate: z
    .looseObject({
      schema_version: version,
      requests: count,
      days: z.number().positive().describe('from the first of them until now'),
      recorded: tally,
      simulated: tally,
      changes: z.array(
        z.looseObject({
          from: decision,
          to: decision,
          rules_before: texts,
          rules_after: texts,
          count,
          example: z.looseObject({ id, argv: texts }),
        }),
      ),
      unread: count.describe('requests whose events were erased'),
    })
    .describe('gate policy simulate --json'),
  explain: explain.describe('gate explain --json, and each line of --batch'),
};
