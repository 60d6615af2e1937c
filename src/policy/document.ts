import { z } from 'zod';
import { EFFECTS } from '../command/action.ts';
import { DECISION_KINDS, DIRECTORY_VIEWS, EVIDENCE_LEVELS } from './decision.ts';
import { seconds } from './duration.ts';
import { RESOURCE_FIELDS, SCOPE_FIELDS } from './fields.ts';
import { MAX_PATTERN } from './glob.ts';

/** What a policy file may say. Strict everywhere: a field nobody knows is an error, never a remark that is ignored. */

const HIDDEN = /[^\P{C}\n\t]|[\u2028\u2029\u115f\u1160\u3164\u2800]/u;
const plain = (max: number) =>
  z
    .string()
    .min(1, 'is empty')
    .max(max, `is longer than ${max} characters`)
    .refine((text) => !HIDDEN.test(text), 'holds invisible or control characters');

const name = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
    'must be letters, digits, `.`, `_` or `-`, and start with a letter or digit',
  );
const ruleId = name.refine((id) => id !== 'default', '`default` is what gate calls the answer when no rule matches');
const duration = z
  .string()
  .refine((text) => seconds(text) !== undefined, 'is not a duration such as `90s`, `15m`, `1h` or `2d`')
  .meta({ pattern: '^([0-9]+[smhdw])+$' });

const pattern = z.string().min(1, 'is empty').max(MAX_PATTERN, `is longer than ${MAX_PATTERN} characters`);
const never = 'is empty, so the rule could never match';
const patterns = z.union([pattern, z.array(pattern).min(1, never)]);
const fieldPatterns = <Field extends string>(fields: Readonly<Record<Field, string>>) =>
  z
    .strictObject(
      Object.fromEntries(
        Object.entries<string>(fields).map(([field, meaning]) => [field, patterns.optional().describe(meaning)]),
      ) as Record<Field, z.ZodOptional<typeof patterns>>,
    )
    .refine((value) => Object.keys(value).length > 0, never);

const place = {
  tool: patterns.optional().describe('the tool or program'),
  resource: fieldPatterns(RESOURCE_FIELDS).optional().describe('the thing acted on'),
  scope: fieldPatterns(SCOPE_FIELDS).optional().describe('where it acts'),
};

const match = z
  .strictObject({
    ...place,
    operation: patterns.optional().describe("the tool's own word: delete, s3:DeleteObject, DROP TABLE"),
    effects: z.array(z.enum(EFFECTS)).min(1, never).optional().describe('any of these effects'),
    labels: patterns.optional().describe('any label of the targets touched'),
    owner: patterns.optional().describe('any owner of the targets touched'),
    boundary: patterns.optional().describe('any boundary of the targets touched'),
    opaque: z.boolean().optional().describe('whether part of what will happen cannot be seen'),
    attended: z.boolean().optional().describe('whether a person at a terminal asks'),
  })
  .refine((value) => Object.keys(value).length > 0, 'is empty; to match everything write `tool: "*"`');

const approvers = z.strictObject({
  from: z.array(name).min(1, 'names nobody').optional().describe('groups; `owners` and `target-owner` are built in'),
  count: z.int().min(1, 'must be at least 1').max(20, 'must be at most 20').optional().describe('how many votes'),
  evidence: z.enum(EVIDENCE_LEVELS).optional().describe('how a vote must be proven, at least'),
  separation: z.enum(['none', 'owner']).optional().describe('owner: whoever owns the asking agent may not vote'),
  expires: duration.optional().describe('how long the request may wait'),
  start_within: duration.optional().describe('how long an approval may stay unused'),
  remind: duration.optional().describe('how often the people asked are reminded'),
  escalate: z
    .strictObject({ to: z.array(name).min(1, 'names nobody'), after: duration })
    .optional()
    .describe('groups that are asked as well once it has waited this long'),
  standing: z
    .union([z.literal('never'), duration])
    .optional()
    .describe(
      'the longest an approval may stand for the same again (`approve --for`); 1h unless given, never for privilege',
    ),
  stands: duration.optional().describe('an approval stands this long for the same again, without anybody saying so'),
  relays: z
    .array(name)
    .min(1, 'names none')
    .optional()
    .describe('workflow engines that may convey a vote of the people asked, one vote each; with evidence `os` only'),
  break_glass: z
    .array(name)
    .min(1, 'names nobody')
    .optional()
    .describe('groups whose members may run it at once with `--break-glass`, to be reviewed afterwards'),
});

const limit = z.strictObject({
  count: z.int().min(1, 'must be at least 1; to forbid it write `decision: deny`').max(1_000_000, 'is too large'),
  per: duration,
  by: z.enum(['principal', 'owner', 'all']).optional().describe('what is counted together'),
});

const rule = z
  .strictObject({
    id: ruleId,
    match,
    when: z
      .string()
      .min(1, 'is empty')
      .max(4096, 'is longer than 4096 characters')
      .optional()
      .describe('a CEL condition'),
    decision: z.enum(DECISION_KINDS),
    mode: z.enum(['enforce', 'observe']).optional(),
    approvers: approvers.optional(),
    limit: limit.optional().describe('starts beyond this are denied'),
    credentials: name.optional().describe('the issuer that leases credentials for the run'),
    view: z
      .enum(DIRECTORY_VIEWS)
      .optional()
      .describe(
        'how the command sees the directory it runs in: read-only, or a private copy; only where the service runs it',
      ),
    tags: z.array(plain(100)).optional().describe('controls this rule serves, such as soc2:CC6.1'),
    reason: plain(1000).optional().describe('why, one sentence for the person who reads it'),
    suggest: plain(1000).optional().describe('what to do instead'),
  })
  .check((context) => {
    const refuse = (field: 'approvers' | 'limit' | 'credentials' | 'view') => {
      if (context.value[field] === undefined) return;
      const message = `\`${field}\` means nothing with \`decision: ${context.value.decision}\``;
      context.issues.push({ code: 'custom', message, input: context.value, path: [field] });
    };
    if (context.value.decision === 'deny')
      for (const field of ['approvers', 'limit', 'credentials', 'view'] as const) refuse(field);
    if (context.value.decision === 'allow') refuse('approvers');
  });

const target = z.strictObject({
  id: name,
  match: z.strictObject(place).refine((value) => Object.keys(value).length > 0, never),
  labels: z.array(name).optional(),
  owner: name.optional().describe('group or person who owns it'),
  boundary: name.optional().describe('compliance boundary it lies in'),
});

const test = z
  .strictObject({
    command: z.string().min(1, 'is empty').optional().describe('split into words like a shell would, nothing expanded'),
    argv: z.array(z.string()).min(1, 'is empty').optional().describe('the words themselves'),
    as: z
      .union([
        z.strictObject({ agent: name }),
        z.strictObject({ person: name }),
        z.strictObject({ pipeline: z.string().min(1, 'is empty') }),
      ])
      .optional(),
    intent: z.string().optional(),
    environment: z.record(z.string(), z.string()).optional(),
    project_root: z.string().startsWith('/', 'must be an absolute path').optional().describe('a work tree to assume'),
    expect: z.strictObject({
      decision: z.enum(DECISION_KINDS),
      rules: z.array(z.string()).optional().describe('these rules decided, perhaps among others'),
    }),
  })
  .refine((value) => (value.command === undefined) !== (value.argv === undefined), 'needs either `command` or `argv`');

export const policySchema = z
  .strictObject({
    version: z.literal(1),
    description: plain(1000).optional(),
    packs: z.array(name).optional().describe('policy packs that come with gate; [] for none'),
    default: z.enum(DECISION_KINDS).optional().describe('the answer when no rule matches'),
    mode: z.enum(['enforce', 'observe']).optional().describe('observe: record and announce, but run'),
    except: z
      .array(z.string().regex(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)?$/, 'is not a rule id such as `baseline/secret`'))
      .optional()
      .describe('rules of this layer that are switched off'),
    local: z
      .array(z.strictObject(place).refine((value) => Object.keys(value).length > 0, never))
      .optional()
      .describe('servers at a loopback address that are for development: there `scope.reach` is `local`'),
    targets: z.array(target).optional().describe('which system or data set is whose'),
    rules: z.array(rule).optional(),
    tests: z.array(test).optional().describe('commands with the decision they must get'),
  })
  .describe('A policy of gate: which commands run, which wait for people, which are refused.');

export type Policy = z.infer<typeof policySchema>;
export type Rule = NonNullable<Policy['rules']>[number];
export type Target = NonNullable<Policy['targets']>[number];
export type PolicyTest = NonNullable<Policy['tests']>[number];

/** What a repository may not say: it may only tighten. */
export const REPOSITORY_REFUSES = ['packs', 'default', 'mode', 'except', 'local', 'targets'] as const;
