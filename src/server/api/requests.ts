import { z } from 'zod';
import { seenBy } from '../may.ts';
import { ApiError } from '../problem.ts';
import { answer, known, recordedEvent, takenIn } from './answers.ts';
import { client } from './client.ts';
import { allClaimed, argument, claimed, flag, wholeNumber, words } from './fields.ts';
import { pageOf } from './listing.ts';
import { ok, type Route, route } from './route.ts';

/** Characters: three quarters of as many bytes. */
export const MOST_INPUT = 700_000;

/** What a requester asks for. Who asks is not in it: that the service knows. */
export const submission = z.strictObject({
  argv: claimed(z.array(argument).min(1).max(4096)),
  cwd: claimed(
    z
      .string()
      .max(4096)
      .regex(/^\/[^\0]*$/, 'is no absolute path'),
  ),
  /** In host mode only what the sealed environment takes from it. */
  environment: claimed(z.record(z.string().max(4096), argument)).default({}),
  stdin: claimed(z.enum(['terminal', 'null', 'pipe', 'file', 'closed'])),
  intent: claimed(words).optional(),
  ticket: claimed(words).optional(),
  /** What comes in on standard input, in Base64, when the service says that the command reads it as code. */
  input: claimed(z.base64().max(MOST_INPUT)).optional(),
  call: claimed(z.number().int().nonnegative()).optional(),
  break_glass: claimed(z.boolean()).default(false),
  /** In client mode: what the command was understood from. */
  client: allClaimed(client).optional(),
});

export type SubmissionBody = z.infer<typeof submission>;

const MOST_LISTED = 1000;
const USUALLY_LISTED = 100;

/** Requests: asked for, listed, looked at, given up by the one who asked. */
export const REQUESTS: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/requests',
    operationId: 'submit',
    summary: 'Ask for a command to be run',
    who: ['scope:run'],
    description:
      'With an `Idempotency-Key` the same submission again is the same request: it is answered as that one stands then. The same key with anything else in it is a conflict. ' +
      'An allowed command that nobody starts within a minute is forgotten.',
    idempotent: true,
    body: submission,
    answers: { 201: { summary: 'What was understood and decided', json: takenIn } },
    problems: [
      'UNKNOWN_REQUEST',
      'COMMAND_NOT_FOUND',
      'COMMAND_NOT_EXECUTABLE',
      'REQUEST_UNREADABLE',
      'POLICY_INVALID',
      'CONFIG_INVALID',
    ],
    handle: async ({ asking, caller, body, key }, { submit }) => ({
      status: 201,
      json: await submit(asking, caller, body, key),
    }),
  }),
  route({
    method: 'GET',
    path: '/v1/requests',
    operationId: 'listRequests',
    summary: 'Requests that the caller may see, newest first, a page at a time',
    description:
      '`next` is the `cursor` of the page after this one; without it there is none. A page can hold fewer than `limit`.',
    who: ['caller'],
    query: z.strictObject({
      open: claimed(flag).optional(),
      principal: claimed(z.string().max(512)).optional(),
      cursor: claimed(z.uuid()).optional(),
      limit: claimed(wholeNumber(1, MOST_LISTED)).optional(),
    }),
    answers: {
      200: { summary: 'The requests', json: z.looseObject({ requests: z.array(known), next: z.uuid().optional() }) },
    },
    async handle({ asking, query }, { broker }) {
      const { cursor, limit = USUALLY_LISTED, ...filter } = query;
      const bytes = await pageOf(broker, { ...filter, ...seenBy(asking) }, { cursor, limit });
      return { status: 200, bytes, type: 'application/json' };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/requests/{id}',
    operationId: 'getRequest',
    summary: 'One request as it stands',
    who: ['caller'],
    subject: 'request',
    answers: { 200: { summary: 'The request', json: known } },
    handle: ({ known }) => ok(known),
  }),
  route({
    method: 'GET',
    path: '/v1/requests/{id}/record',
    operationId: 'getRecord',
    summary: 'Everything the log holds of one request, oldest first',
    who: ['caller'],
    subject: 'request',
    answers: { 200: { summary: 'Its events', json: z.strictObject({ events: z.array(recordedEvent) }) } },
    handle: async ({ known }, { broker }) => ok({ events: await broker.record(known.id) }),
  }),
  route({
    method: 'GET',
    path: '/v1/requests/{id}/stdin',
    operationId: 'getStdin',
    summary: 'What the command would read from its standard input, while it is held',
    who: ['scope:vote'],
    subject: 'request',
    answers: { 200: { summary: 'The bytes', type: 'application/octet-stream' } },
    async handle({ known }, { broker }) {
      const bytes = await broker.stdin(known.id);
      if (bytes === undefined) throw new ApiError('NOT_FOUND', 'nothing is held on standard input');
      return { status: 200, bytes, type: 'application/octet-stream' };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/confirmation',
    operationId: 'confirm',
    summary: 'Type the word that gate asked the requester for',
    who: ['person', 'requester'],
    subject: 'request',
    body: z.strictObject({ word: claimed(words.min(1)) }),
    answers: { 200: { summary: 'What became of it', json: answer } },
    handle: async ({ known, body }, { broker }) => ok(await broker.confirm(known.id, body.word)),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/giving-up',
    operationId: 'giveUp',
    summary: 'End a request that its requester could not or did not confirm',
    who: ['requester'],
    subject: 'request',
    body: z.strictObject({ reason: claimed(z.enum(['no_terminal', 'not_confirmed'])) }),
    answers: { 200: { summary: 'The refusal', json: answer } },
    handle: async ({ known, body }, { broker }) => ok(await broker.deny(known.id, body.reason)),
  }),
];
