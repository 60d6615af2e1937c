import { z } from 'zod';
import { EFFECTS } from '../../command/action.ts';
import { DECISION_KINDS, EVIDENCE_LEVELS } from '../../policy/decision.ts';
import { digest, milliseconds, nonce } from './fields.ts';

/** Requests, standing grants and decisions as the log's projections hold them, in the shape in which they are answered. */

/** Schemas that stand under a name of their own among the document's components. */
export const NAMED = new Map<string, z.ZodType>();

export function named<Schema extends z.ZodType>(name: string, schema: Schema): Schema {
  NAMED.set(name, schema);
  return schema;
}

export const text = z.string();
export const texts = z.array(text);
export const id = z.uuid();
export const time = milliseconds.describe('milliseconds since 1970');
const count = z.number().int().nonnegative();
const seconds = z.number().nonnegative();

/** Text with secrets taken out: `["--token=", {"hmac": "..."}]`. */
const maskedText = named(
  'Text',
  z.union([text, z.array(z.union([text, z.looseObject({ hmac: text })]))]).describe('an array holds secrets, masked'),
);

const fields = z.record(text, text);

export const action = named(
  'Action',
  z.looseObject({
    tool: text,
    operation: text,
    effects: z.array(z.enum(EFFECTS)),
    resource: fields,
    scope: fields,
    opaque: z.boolean().describe('part of what will happen cannot be seen in what was given'),
  }),
);

export const manifest = named(
  'Manifest',
  z
    .looseObject({
      v: z.literal(1),
      argv: z.array(maskedText),
      executable: z.looseObject({ path: text, digest: text }),
      cwd: text,
      environment: z.looseObject({
        level: z.enum(['checked', 'sealed']),
        pinned: z.record(text, maskedText),
        removed: texts,
      }),
      inputs: z.array(z.looseObject({ role: text, path: text, digest: text.nullable() })),
      stdin: z.looseObject({ kind: text, digest: text.nullable() }),
      target: z.array(fields),
    })
    .describe('what will run; people approve the SHA-256 of its RFC 8785 form'),
);

export const approvers = named(
  'Approvers',
  z.looseObject({
    from: texts.describe('groups'),
    count,
    evidence: z.enum(EVIDENCE_LEVELS),
    separation: z.enum(['none', 'owner']),
    rule: text,
    remindSeconds: seconds.optional(),
    escalate: z.looseObject({ to: texts, afterSeconds: seconds }).optional(),
    standingSeconds: seconds.optional(),
    standsSeconds: seconds.optional(),
    relays: texts.optional(),
    breakGlass: texts.optional(),
  }),
);

export const decision = named(
  'Decision',
  z.looseObject({
    kind: z.enum(DECISION_KINDS),
    rules: texts,
    reasons: texts,
    where: texts.optional(),
    suggest: texts,
    tags: texts,
    duties: z.looseObject({
      approvers: z.array(approvers),
      expiresSeconds: seconds,
      startWithinSeconds: seconds,
      limits: z.array(z.looseObject({ rule: text, count, windowSeconds: seconds, key: text })),
      credentials: text.optional(),
      view: z.enum(['copy', 'read-only']).optional().describe('how the command sees the directory it runs in'),
    }),
    findings: z.array(
      z.looseObject({
        action: count,
        effect: z.enum(EFFECTS),
        layer: z.enum(['system', 'user', 'repository']),
        rule: text.optional(),
        kind: z.enum(DECISION_KINDS),
        observed: z.literal(true).optional(),
      }),
    ),
    labels: texts,
    owners: texts,
    refusal: z.enum(['rule', 'limit', 'error']).optional(),
    mode: z.enum(['enforce', 'observe']),
    policy: texts,
  }),
);

export const shape = named(
  'Shape',
  z.looseObject({
    digest,
    argv: z.array(maskedText.nullable()).describe('null stands for any one name'),
    exact: z.boolean(),
  }),
);

const vote = named(
  'Vote',
  z.looseObject({
    vote: z.enum(['approve', 'deny']),
    voter: text,
    evidence: text,
    digest,
    text: text.optional(),
    at: time,
    nonce,
    signature: z.looseObject({ key: text, signature: text }).optional(),
    standing: z.looseObject({ seconds, shape: digest }).optional(),
    relay: z.looseObject({ name: text, token: text, by: text, run: text.optional() }).optional(),
  }),
);

export const view = named(
  'RequestView',
  z.looseObject({
    kind: z.literal('request'),
    state: z.enum([
      ...(['pending', 'questioned', 'granted', 'started', 'finished', 'denied', 'expired', 'withdrawn'] as const),
      ...(['superseded', 'revoked', 'lapsed', 'changed', 'failed', 'unknown'] as const),
    ]),
    open: z.boolean(),
    principal: text,
    principalKind: z.enum(['person', 'agent', 'pipeline']),
    owner: text.optional(),
    session: text.optional(),
    argv: z.array(maskedText),
    digest,
    shape,
    effects: texts,
    submittedAt: time,
    repeated: count,
    decision: z.enum(DECISION_KINDS),
    observed: z.boolean(),
    rules: texts,
    approvers: z.array(approvers),
    startWithinSeconds: seconds,
    expiresSeconds: seconds,
    deadline: z.number().optional(),
    remaining: z.number().optional(),
    question: z.looseObject({ by: text, text, at: time }).optional(),
    answers: z.array(
      z.looseObject({
        by: text,
        text,
        question: text,
        askedBy: text,
        file: z.looseObject({ name: text, digest, text }).optional(),
      }),
    ),
    votes: z.array(vote),
    previews: z
      .array(z.looseObject({ tool: text, kind: z.enum(['found', 'unknown', 'none']), lines: texts, at: time }))
      .optional(),
    confirmed: z.boolean(),
    acknowledged: z.boolean(),
    voters: texts.optional(),
    standing: id.optional(),
    broken: z.looseObject({ by: text, why: maskedText, told: texts }).optional(),
    review: z.looseObject({ by: text, verdict: z.enum(['justified', 'not_justified']), text, at: time }).optional(),
    ended: z.looseObject({ reason: text, by: text.optional(), text: text.optional() }).optional(),
    startedAt: time.optional(),
    runner: text.optional(),
    endedAt: time.optional(),
  }),
);

export const standingView = named(
  'StandingView',
  z.looseObject({
    kind: z.literal('standing'),
    state: z.enum(['standing', 'revoked', 'expired']),
    open: z.boolean(),
    principal: text,
    digest,
    grant: z.looseObject({
      request: id,
      principal: text,
      owner: text.optional(),
      session: text.optional(),
      shape,
      approvers: z.array(approvers),
      votes: z.array(vote),
      until: time,
    }),
    grantedAt: time,
    uses: count,
    usedAt: time.optional(),
    revoked: z.looseObject({ by: text, text: text.optional(), at: time }).optional(),
  }),
);
