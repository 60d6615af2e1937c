import { z } from 'zod';
import { EFFECTS } from '../command/action.ts';
import { GateError } from '../errors.ts';
import { DECISION_KINDS, EVIDENCE_LEVELS } from '../policy/decision.ts';
import { REASONS } from './events.ts';
import type { Io } from './io.ts';

/**
 * The shapes of everything gate prints as JSON, published by `gate schema NAME` and in docs/schemas. Within one
 * `schema_version` fields are only added: readers ignore what they do not know.
 */

const version = z.literal(1);
const id = z.uuid();
const time = z.iso.datetime().nullable();
const text = z.string();
const texts = z.array(text);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();
const decision = z.enum(DECISION_KINDS);
/** Fields that only some tools or situations have. */
const fields = z.record(text, text);
const anything = z.record(text, z.unknown());

const STATES = [
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

const action = z.looseObject({
  tool: text,
  operation: text,
  effects: z.array(z.enum(EFFECTS)).min(1),
  resource: fields,
  scope: fields,
  opaque: z.boolean(),
});

const row = {
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

const line = <Name extends string>(...names: readonly [Name, ...Name[]]) => ({
  schema_version: version,
  event: z.enum(names),
});
const approvers = z.array(z.looseObject({ from: texts, count, evidence: text }));
const events = z.union([
  z.looseObject({
    ...line('submitted'),
    request: id,
    digest,
    decision,
    rules: texts,
    mode: z.enum(['enforce', 'observe']),
  }),
  z.looseObject({
    ...line('waiting'),
    request: id,
    approvers,
    expires_at: time.describe('when the request ends by itself'),
    waits_until: time.describe('when this process stops waiting; the request goes on'),
    attached: z.boolean().describe('the request was there already'),
    commands: z
      .looseObject({ approve: text, deny: text, question: text, resume: text })
      .describe('what people type to answer, and the requester to go on'),
  }),
  z.looseObject({
    ...line('question'),
    request: id,
    by: text,
    text,
    answer_with: text.describe('what the requester types to answer'),
  }),
  z.looseObject({
    ...line('answered'),
    request: id,
    by: text,
    text,
    file: z.looseObject({ name: text, digest }).optional(),
  }),
  z.looseObject({
    ...line('granted'),
    request: id,
    by: texts,
    acknowledged: z.boolean().describe('by the owner of the asking agent, nobody else being known'),
    standing: id.nullable().describe('the standing grant that covers it'),
    break_glass: z.boolean(),
    review_by: texts.optional().describe('who must look at it afterwards'),
  }),
  z.looseObject({ ...line('started'), request: id }),
  z.looseObject({
    ...line('finished', 'refused', 'expired', 'pending', 'failed'),
    request: id.nullable(),
    ran: z.boolean().describe('whether the command ran'),
    reason: z.enum(REASONS),
    status: count.max(255).describe('exit status of gate'),
    signal: count.optional().describe('number of the signal that ended the command, and gate'),
    by: text.optional().describe('whose no, or whose question'),
    rules: texts.optional(),
    reasons: texts.optional(),
    suggest: texts.optional().describe('what to do instead'),
    approvers: approvers.optional().describe('who is asked'),
    answer_with: text.optional().describe('what to type to answer the question'),
    resume_with: text.optional().describe('what to type to go on'),
    message: text.optional(),
    hint: text.optional().describe('what to do next'),
  }),
]);

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

const tally = z.looseObject({ questions: count, denied: count, questions_per_day: z.number().nonnegative() });

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

export const SCHEMAS = {
  events: events.describe('one line of --events or --json; the last one says whether the command ran'),
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
      outcome: anything.nullable(),
      events: z.array(z.looseObject({ index: count, at: time, type: text, payload: z.unknown() })),
    })
    .describe('gate show ID --json: the one continuous record'),
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
  explain: explain.describe('gate explain --json, and each line of --batch'),
  whoami: z
    .looseObject({
      schema_version: version,
      kind: z.enum(['person', 'agent', 'pipeline']),
      id: text,
      owner: text.nullable(),
      known: z.enum(['claimed', 'os', 'token', 'oidc', 'signed']),
      harness: text.nullable(),
      session: text.nullable(),
      why: texts.min(1),
      groups: texts.describe('groups of the configuration this person is in'),
      votes: z.boolean(),
      approves: texts,
      evidence: z.enum(EVIDENCE_LEVELS).nullable().describe('the strongest that this person can give here'),
      enrolled: z
        .array(z.looseObject({ id: text, factor: text, key: text.nullable(), usable: z.boolean() }))
        .describe('usable: false when what is kept is not what was enrolled'),
      barred: text.nullable().describe('why not, when it may not vote'),
      correct: text,
    })
    .describe('gate whoami --json'),
  'audit-verify': verify.describe('gate audit verify --json'),
} as const;

export type SchemaName = keyof typeof SCHEMAS;

/** As JSON Schema, the text that docs/schemas holds. */
export function schemaText(name: SchemaName): string {
  return `${JSON.stringify(z.toJSONSchema(SCHEMAS[name], { target: 'draft-2020-12' }), null, 2)}\n`;
}

/** @throws GateError USAGE for a name that is none */
export function printSchema(name: string | undefined, io: Pick<Io, 'stdout'>): number {
  const names = Object.keys(SCHEMAS).sort();
  if (name === undefined) io.stdout(`${names.join('\n')}\n`);
  else if (isName(name)) io.stdout(schemaText(name));
  else throw new GateError('USAGE', `there is no schema \`${name}\``, { hint: `there are ${names.join(', ')}` });
  return 0;
}

function isName(name: string): name is SchemaName {
  return Object.hasOwn(SCHEMAS, name);
}
