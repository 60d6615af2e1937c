import { z } from 'zod';
import { anything, count, digest, id, row, STATES, text, texts, time, version } from './words.ts';

/** What waits, what was decided, and what stands. */

export const requestSchemas = {
  wait: z
    .looseObject({ schema_version: version, ...row, answer_with: text.optional() })
    .describe('gate wait ID --json: the request as it stood when the waiting ended'),
  list: z
    .looseObject({
      schema_version: version,
      requests: z.array(z.looseObject(row)),
      refused: z
        .array(z.looseObject({ principal: text, reason: z.literal('too_many_open'), count, last_at: time }))
        .describe('of the last hour, because the requester had too many requests waiting'),
    })
    .describe('gate list --json'),
  results: z
    .looseObject({
      schema_version: version,
      results: z.array(
        z.looseObject({
          id: text.describe('as it was given, where no request has it'),
          outcome: z.enum(['recorded', 'not_yours', 'too_late', 'unknown', 'left_out', 'declined']),
          state: z.enum(STATES).nullable(),
          message: text,
        }),
      ),
    })
    .describe('gate approve --json, gate deny --json'),
  grants: z
    .looseObject({
      schema_version: version,
      grants: z.array(
        z.looseObject({
          id,
          state: z.enum(['standing', 'revoked', 'expired']),
          request: id,
          principal: text,
          session: text.nullable(),
          argv: z.array(text.nullable()).describe('null stands for any one name'),
          exact: z.boolean(),
          shape: digest,
          by: texts,
          granted_at: time,
          until: time,
          uses: count,
          used_at: time,
          revoked: z.looseObject({ by: text, text: text.nullable(), at: time }).nullable(),
        }),
      ),
    })
    .describe('gate grants --json'),
  show: z
    .looseObject({
      schema_version: version,
      ...row,
      request: anything.nullable().describe('who asked for what, as recorded'),
      policy: anything.nullable().describe('the decision, as recorded'),
      votes: z.array(anything),
      answers: z.array(z.looseObject({ by: text, question: text, text })),
      run: z
        .looseObject({ mode: z.enum(['local', 'host', 'client']), run_as: text.nullable(), started_at: time })
        .nullable()
        .describe(
          'where it ran: in the gate that was asked, at the service under `run_as`, or at a client; null before the start',
        ),
      outcome: anything.nullable(),
      events: z.array(z.looseObject({ index: count, at: time, type: text, payload: z.unknown() })),
    })
    .describe('gate show ID --json: the one continuous record'),
};
