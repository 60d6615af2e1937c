import { z } from 'zod';
import { REASONS } from '../events.ts';
import { count, decision, digest, id, text, texts, time, version } from './words.ts';

/** One line of `--events` or `--json`. */

const line = <Name extends string>(...names: readonly [Name, ...Name[]]) => ({
  schema_version: version,
  event: z.enum(names),
});
const approvers = z.array(z.looseObject({ from: texts, count, evidence: text }));
export const events = z
  .union([
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
      understood: texts.optional().describe('what gate understood, as people read it'),
      change: texts.optional().describe('where the rules that decided can be changed'),
      ask: texts.optional().describe('how to ask for it, or what to do instead, as people read it'),
      approvers: approvers.optional().describe('who is asked'),
      answer_with: text.optional().describe('what to type to answer the question'),
      resume_with: text.optional().describe('what to type to go on'),
      message: text.optional(),
      hint: text.optional().describe('what to do next'),
    }),
  ])
  .describe('one line of --events or --json; the last one says whether the command ran');
