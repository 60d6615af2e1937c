import { z } from 'zod';
import { BECAUSE } from '../../audit/after-the-no.ts';
import { RESULTS } from '../../audit/session-line.ts';
import { count, decision, id, text, texts, time, version } from './words.ts';

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

const line = z.looseObject({
  at: time,
  call: count.nullable().describe('index of the `call.seen` event that this is, or that its request names'),
  request: id.nullable(),
  principal: text,
  owner: text.nullable(),
  cwd: text,
  command: text.nullable().describe('for the shell, as the hook saw it; secrets read [secret]'),
  argv: texts.nullable().describe('what gate was asked to run; secrets read [secret]'),
  description: text.nullable().describe('the agent’s words, of the tool call'),
  intent: text.nullable().describe('the agent’s words, of the request'),
  hook: text.nullable(),
  tool: text.nullable(),
  tool_use: text.nullable(),
  permission_mode: text.nullable(),
  agent_type: text.nullable(),
  answer: z.enum(['passed', 'rewritten', 'blocked']).nullable().describe('of the hook'),
  decision: decision.nullable(),
  observed: z.boolean().describe('the decision was recorded, not enforced'),
  rules: texts,
  reasons: texts,
  result: z
    .enum(RESULTS)
    .describe(
      'passed: the harness ran it, its end is not recorded; handed: gate was never started with it; blocked: not run, the agent was told to ask gate; else the state of the request',
    ),
  voters: texts,
  acknowledged: z.boolean(),
  confirmed: z.boolean(),
  standing: text.nullable(),
  break_glass: z.looseObject({ by: text, why: text }).nullable(),
  waited_ms: z.number().nullable().describe('from the question to its answer'),
  code: z.number().int().nullable(),
  signal: text.nullable(),
  ran_ms: z.number().nullable(),
  ended: z.looseObject({ reason: text, by: text.nullable(), text: text.nullable() }).nullable(),
  after: z
    .looseObject({ line: count, milliseconds: z.number(), because: z.enum(BECAUSE) })
    .nullable()
    .describe('looks like another try at what was stopped in that line, counted from 0'),
  erased: z.boolean().describe('part of it is no longer in the log'),
});

const session = z.looseObject({
  schema_version: version,
  session: text,
  lines: z.array(line).describe('oldest first'),
  unread: count.describe('tool calls and requests of that time that can no longer be read'),
});

const sessions = z.looseObject({
  schema_version: version,
  since: time,
  sessions: z
    .array(
      z.looseObject({
        session: text,
        principals: texts,
        owners: texts,
        harnesses: texts,
        first_at: time,
        last_at: time,
        calls: count.describe('tool calls that hooks saw'),
        passed: count.describe('of these, run by the harness without more'),
        requests: count,
        runs: count.describe('commands that gate ran'),
        held: count,
        denied: count,
        observed: count.describe('would have been held or denied, had the policy been enforced'),
      }),
    )
    .describe('the newest first'),
});

export const auditSchemas = {
  'audit-session': session.describe('gate audit session ID --json'),
  'audit-sessions': sessions.describe('gate audit session --json'),
  'audit-verify': verify.describe('gate audit verify --json'),
};
