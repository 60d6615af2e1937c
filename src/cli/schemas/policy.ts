import { z } from 'zod';
import { action, count, decision, digest, id, text, texts, time, version } from './words.ts';

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

const tally = z.looseObject({
  questions: count,
  denied: count,
  questions_per_day: z.number().nonnegative().describe('of active days'),
});
const example = z.looseObject({
  id: id.nullable().describe('of a request'),
  call: count.nullable().describe('index of the event of a tool call'),
  argv: texts,
});
const byRule = { rule: text, count, example };

const bundle = z.looseObject({
  schema_version: version,
  name: text,
  version: count.min(1),
  digest: digest.describe('of the text of its note'),
  created: z.iso.datetime(),
  expires: time,
  members: z.array(z.looseObject({ name: text, digest })),
  signed_by: texts.describe('names of keys'),
});

export const policySchemas = {
  simulate: z
    .looseObject({
      schema_version: version,
      since: time,
      until: time,
      days: z.number().positive().describe('from the first of them until now, at least 1'),
      active_days: count.describe('days, in UTC, on which anything was recorded'),
      policy: text.nullable().describe('the directory given with --policy'),
      commands: count.describe('each counted once: a tool call and the request it was handed to are one'),
      requests: count.describe('of the commands, those that no hook saw'),
      calls: count.describe('of the commands, tool calls that a hook saw'),
      recorded: tally
        .extend({ observed: count.describe('would have been asked about or denied, and were only observed') })
        .describe('as it was'),
      enforced: tally.describe('by the decisions of then, as if nothing had been only observed'),
      simulated: tally.describe('by the policies given, as if nothing were only observed'),
      repeated: count.describe('the same again within the hour, not counted as questions of `simulated`'),
      nobody: count.describe('questions that no person would be asked'),
      people: z
        .array(
          z.looseObject({
            person: text,
            questions: count,
            questions_per_day: z.number().nonnegative(),
            busiest: z.looseObject({ day: text, questions: count }).nullable(),
          }),
        )
        .describe('a question to several people counts for each of them'),
      rules: z
        .array(z.looseObject({ ...byRule, alone: count.describe('asked by no other rule as well'), share: z.number() }))
        .describe('a question that several rules ask counts for each of them'),
      denials: z.array(z.looseObject(byRule)),
      reliefs: z
        .array(
          z.looseObject({
            principal: text,
            rules: texts,
            tool: text,
            operation: text,
            asked: count,
            removes: count.describe('questions that would not be asked any more'),
            example,
            policy: text.describe('a policy file that allows it'),
          }),
        )
        .describe('rules that would remove questions, each tried alone'),
      changes: z.array(
        z.looseObject({
          from: decision,
          to: decision,
          rules_before: texts,
          rules_after: texts,
          count,
          example,
        }),
      ),
      unread: count.describe('events that were erased, or not written by gate'),
    })
    .describe('gate policy simulate --json'),
  'bundle-build': bundle.describe('gate policy bundle build --json'),
  'bundle-verify': bundle.describe('gate policy bundle verify --json'),
  'bundle-show': bundle.describe('gate policy bundle show --json; `signed_by` was not checked'),
  'bundle-keygen': z
    .looseObject({ schema_version: version, name: text, key: text, secret_file: text })
    .describe('gate policy bundle keygen --json'),
  'bundle-fetch': z
    .looseObject({
      schema_version: version,
      name: text,
      version: count,
      digest,
      problem: text.nullable().describe('why it is not the one that was offered, or that it is out of date'),
    })
    .describe('gate policy bundle fetch --json: what is in force'),
  explain: explain.describe('gate explain --json, and each line of --batch'),
};
