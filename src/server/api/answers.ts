import { z } from 'zod';
import { DENIALS } from '../../approval/answer.ts';
import { EVIDENCE_LEVELS } from '../../policy/decision.ts';
import { digest, nonce } from './fields.ts';
import { action, approvers, decision, id, manifest, named, standingView, text, texts, time, view } from './views.ts';

/**
 * What comes back. Within one version of the API members are only added: readers ignore what they do not know. Answers are checked against
 * these by tests and by the fuzzer, not while they are given.
 */

export const principal = named(
  'Principal',
  z.looseObject({
    kind: z.enum(['person', 'agent', 'pipeline']),
    id: text.describe('its permanent name'),
    owner: text.optional().describe('the person behind an agent or pipeline'),
    known: z.enum(['claimed', 'os', 'token', 'oidc', 'signed']),
    harness: text.optional(),
    session: text.optional(),
  }),
);

const version = z.number().int().nonnegative().describe('index of its newest event in the log');

export const known = named('Request', z.looseObject({ id, version, view }));
export const knownStanding = named('StandingGrant', z.looseObject({ id, version, view: standingView }));

export const recordedEvent = named(
  'RecordedEvent',
  z.looseObject({
    index: z.number().int().nonnegative(),
    at: time,
    type: text,
    payload: z.unknown().describe('as stored, without secrets; null after an erasure'),
  }),
);

export const refusal = named(
  'Refusal',
  z.looseObject({
    kind: z.literal('refused'),
    request: id,
    reason: z.enum([
      ...DENIALS,
      ...(['expired', 'withdrawn', 'superseded', 'revoked', 'lapsed', 'changed', 'ran_elsewhere'] as const),
    ]),
    by: text.optional(),
    text: text.optional(),
  }),
);

export const answer = named(
  'Answer',
  z.union([
    z.looseObject({ kind: z.literal('granted'), request: id, digest }),
    refusal,
    z.looseObject({
      kind: z.literal('pending'),
      request: id,
      reason: z.enum(['pending', 'question']),
      text: text.optional(),
      by: text.optional(),
      approvers: z.array(approvers).optional(),
    }),
  ]),
);

export const takenIn = named(
  'TakenIn',
  z.looseObject({
    asked: id.describe('the id it got'),
    id: id.describe('another one, when it joined a request that waits already'),
    answer,
    digest,
    decision,
    actions: z.array(action),
    manifest,
  }),
);

const missing = z.looseObject({
  rule: text,
  from: texts,
  wanted: z.number().int(),
  have: z.number().int(),
  evidence: z.enum(EVIDENCE_LEVELS),
});

export const asked = named('Asked', z.looseObject({ people: texts, missing: z.array(missing) }));

export const proofAsked = named(
  'ProofAsked',
  z.looseObject({
    wanted: z.enum(EVIDENCE_LEVELS),
    able: z.array(z.looseObject({ kind: z.enum(['passphrase', 'totp', 'ssh-key']), id: text })),
  }),
);

export const statement = named(
  'Statement',
  z.looseObject({
    v: z.literal(1),
    log: text,
    request: id,
    digest,
    vote: z.enum(['approve', 'deny']),
    voter: text,
    at: time,
    nonce,
    standing: z.looseObject({ seconds: z.number(), shape: digest }).optional(),
  }),
);

const received = <What extends z.ZodType>(what: What) =>
  z.union([
    z.looseObject({ kind: z.literal('recorded'), known: what }),
    z.looseObject({ kind: z.literal('not_yours'), why: text, known: what }),
    z.looseObject({ kind: z.literal('ended'), known: what }).describe('too late, or it makes no sense now'),
  ]);

export const receiving = named('Received', received(known));
export const standingReceiving = named('StandingReceived', received(knownStanding));
