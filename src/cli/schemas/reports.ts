import { z } from 'zod';
import { count, id, text, texts, time, version } from './words.ts';

/** Figures from the record. */

const habit = {
  principal: text,
  rules: texts,
  argv: z.array(text.nullable()).describe('null where the word differed from one request to the next'),
  open: z.boolean().describe('whether the number of words differed too'),
  example: id.describe('the newest of them'),
  asked: count,
  approved: count,
  quick: count.describe('approved within two seconds'),
  denied: count.describe('denied, or run under break-glass, at any time'),
  repeated: count,
};
const refused = z.record(text, count).describe('by reason');
const took = { median_ms: count.nullable(), p90_ms: count.nullable() };

export const reportSchemas = {
  'report-approvals': z
    .looseObject({
      schema_version: version,
      since: time,
      until: time,
      days: z.number().positive().describe('from the first event in the period until now, at least 1'),
      questions: z
        .looseObject({
          asked: count,
          approved: count,
          confirmed: count,
          denied: count,
          expired: count,
          withdrawn: count,
          superseded: count,
          broken: count,
          waiting: count,
        })
        .describe('requests that people had to decide; `asked` is the sum of the others'),
      not_asked: z.looseObject({ standing: count, broken: count, refused }),
      repeated: count,
      asked_back: count,
      escalated: count,
      rejected_votes: count.describe('whose proof did not hold'),
      decided: z.looseObject({ count, ...took }).describe('from the question to the answer'),
      people: z.array(
        z.looseObject({
          person: text,
          questions: count,
          questions_per_day: z.number().nonnegative(),
          busiest: z.looseObject({ day: text, questions: count }).nullable(),
          approvals: count,
          denials: count,
          quick: count.describe('approvals within two seconds of the question'),
          answers: count,
          ...took,
        }),
      ),
      asked: z.array(z.looseObject(habit)).describe('what was asked most: the same but for names'),
      untold: count,
      floods: z.array(z.looseObject({ principal: text, refused })),
      break_glass: z.looseObject({
        runs: count,
        justified: count,
        not_justified: count,
        unreviewed: z.array(z.looseObject({ id, at: time, by: text, why: text })),
      }),
      standing: z.looseObject({
        granted: count,
        used: count,
        revoked: count,
        expired: count,
        open: count,
        grants: z.array(
          z.looseObject({ id, principal: text, argv: z.array(text.nullable()), uses: count, open: z.boolean() }),
        ),
      }),
      relief: z
        .looseObject({ ...habit, removes: count, policy: text.describe('a policy file that allows it') })
        .nullable(),
      unread: count.describe('events that were erased'),
    })
    .describe('gate report approvals --json'),
};
