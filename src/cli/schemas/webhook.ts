import { z } from 'zod';
import { MESSAGES } from '../../config/webhooks.ts';
import { EVIDENCE_LEVELS } from '../../policy/decision.ts';
import { action, count, decision, digest, fields, id, STATES, text, texts, time, version } from './words.ts';

/** What receivers of webhooks are sent (docs/decisions/0016-webhooks.md). */

const moment = z.iso.datetime();
const field = z.looseObject({ label: text, lines: texts, tone: z.enum(['danger', 'notice', 'muted']).optional() });
const relay = z.looseObject({ name: text, run: text.optional() });

const event = z
  .looseObject({
    decision: decision.optional(),
    mode: z.enum(['enforce', 'observe']).optional(),
    rules: texts.optional(),
    reasons: texts.optional(),
    suggest: texts.optional(),
    by: text.optional().describe('who did it'),
    text: text.optional().describe('what they said'),
    voter: text.optional(),
    vote: z.enum(['approve', 'deny']).optional(),
    voters: texts.optional().describe('whose votes let it run'),
    evidence: text.optional().describe('how the vote was proven'),
    relay: relay.optional().describe('what brought the vote or the question'),
    why: text.optional(),
    reason: text.optional().describe('whose no it is, or why it was refused'),
    differences: texts.optional(),
    end: z.enum(['exited', 'signaled']).optional(),
    code: count.optional().describe('exit status'),
    signal: count.optional(),
    milliseconds: z.number().optional(),
    errno: text.optional(),
  })
  .describe('what this event adds; which members there are depends on the type');

const request = z
  .looseObject({
    id,
    short: text.describe('the end of the id, as people type it'),
    state: z.enum(STATES).describe('right after the event'),
    digest: digest.describe('of what would run: a vote names it'),
    code: text.describe('six letters and digits of the digest, which people compare'),
    decision,
    rules: texts,
    labels: texts,
    principal: z.looseObject({
      id: text,
      kind: z.enum(['person', 'agent', 'pipeline']),
      owner: text.nullable(),
      session: text.nullable(),
    }),
    argv: texts.min(1).nullable().describe('secrets read [secret]; null: see `omitted`'),
    effects: texts,
    opaque: z.boolean().nullable(),
    actions: z.array(action).nullable(),
    target: z.array(fields).nullable(),
    host: text.nullable(),
    cwd: text.nullable(),
    intent: text.nullable(),
    ticket: text.nullable(),
    submitted_at: moment,
    expires_at: time,
    people: texts.describe('whose vote could count now'),
    question: z.looseObject({ by: text, text }).nullable(),
    ended: z.looseObject({ reason: text, by: text.optional(), text: text.optional() }).nullable(),
    break_glass: z.boolean(),
    url: text.nullable().describe('its page in the web inbox'),
  })
  .describe('the request as it stood right after the event');

const card = z
  .looseObject({
    title: text,
    gravity: text,
    command: texts,
    facts: z.array(field).describe('what gate computed'),
    words: z.array(field).describe('what the requester says'),
    materials: z.array(field).describe('what files and outputs say'),
    approval: z.looseObject({ asked: texts, votes: texts, missing: texts, evidence: z.enum(EVIDENCE_LEVELS) }),
  })
  .describe('the card that every channel shows; each line is printable ASCII');

const standing = z.looseObject({
  id,
  state: z.enum(['standing', 'revoked', 'expired']),
  request: id,
  principal: text,
  owner: text.nullable(),
  session: text.nullable(),
  argv: z.array(text.nullable()).describe('null stands for any one name'),
  exact: z.boolean(),
  shape: digest,
  by: texts,
  granted_at: moment,
  until: moment,
  uses: count,
});

export const webhookSchemas = {
  webhook: z
    .looseObject({
      type: z.enum(MESSAGES as [string, ...string[]]),
      timestamp: moment.describe('when it happened'),
      data: z.looseObject({
        schema_version: version,
        log: text.describe('the name of the log'),
        index: count.describe('of the event in the log'),
        event,
        request: request.optional(),
        card: card.nullable().optional(),
        standing: standing.optional().describe('in place of `request` and `card` for what is about a standing grant'),
        omitted: text.optional().describe('what is not there, and why'),
      }),
    })
    .describe('the body of a webhook'),
};
