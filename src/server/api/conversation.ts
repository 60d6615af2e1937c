import { z } from 'zod';
import { receiving } from './answers.ts';
import { claimed, digest, observed, words } from './fields.ts';
import { ok, type Route, route } from './route.ts';

/** A file that goes with an answer: its digest is compared with its text. */
const file = z.strictObject({
  name: claimed(z.string().min(1).max(255)),
  digest: observed(digest),
  text: claimed(z.string().max(64 * 1024)),
});

/** The third answer, "tell me more", and what is said to it. */
export const CONVERSATION: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/requests/{id}/questions',
    operationId: 'ask',
    summary: 'Ask the requester something; the clock of the request stands still',
    who: ['person'],
    subject: 'request',
    body: z.strictObject({ text: claimed(words.min(1)) }),
    answers: { 200: { summary: 'What became of it', json: receiving } },
    handle: async ({ known, asking, body }, { broker }) =>
      ok(await broker.ask(known.id, { ...body, by: asking.principal.id })),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/answers',
    operationId: 'answer',
    summary: 'Answer the open question: for the one who asked, and the person behind it',
    who: ['caller'],
    subject: 'request',
    body: z.strictObject({ text: claimed(words.min(1)), file: claimed(file).optional() }),
    answers: { 200: { summary: 'What became of it', json: receiving } },
    handle: async ({ known, asking, body }, { broker }) =>
      ok(await broker.reply(known.id, { ...body, by: asking.principal.id })),
  }),
];
