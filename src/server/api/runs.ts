import { z } from 'zod';
import { ApiError } from '../problem.ts';
import { receiving, refusal } from './answers.ts';
import { allClaimed, claimed, digest, takeBack } from './fields.ts';
import { submission } from './requests.ts';
import { ok, type Route, route } from './route.ts';

/** Commands that run at a client (docs/decisions/0013-client-mode.md): started, kept alive, ended. */

const runner = claimed(z.string().regex(/^[0-9a-f]{32}$/)).describe(
  '128 random bits: the name of a runner for one run',
);
const milliseconds = z.number().int().nonnegative().max(1e15);
const exit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exited'), code: z.number().int().min(0).max(255), milliseconds }),
  z.strictObject({ kind: z.literal('signaled'), signal: z.number().int().min(1).max(64), milliseconds }),
  z.strictObject({ kind: z.literal('failed'), errno: z.string().regex(/^[A-Z0-9_]{1,32}$/), milliseconds }),
]);

const started = z.strictObject({
  kind: z.literal('started'),
  receipt: z.looseObject({ request: z.string(), index: z.number(), at: z.number() }),
  digest,
  lease: z
    .strictObject({ lasts: z.number(), renews: z.number() })
    .describe('milliseconds: how long the runner may be silent, and how often it should be heard of'),
});

export const RUNS: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/requests/{id}/stop',
    operationId: 'stop',
    summary: 'Stop a command that runs: for the one who asked, its owner, and whoever is asked',
    description: 'It gets TERM; at the service KILL after two seconds, with all that it started.',
    who: ['caller'],
    subject: 'request',
    body: takeBack,
    answers: { 200: { summary: 'What became of it', json: receiving } },
    async handle({ known, asking, body }, { broker, runs }) {
      const received = await broker.stop(known.id, { ...body, by: asking.principal.id });
      if (received.kind === 'recorded') runs.stop(known.id);
      return ok(received);
    },
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/start',
    operationId: 'start',
    summary: 'Start what was granted, at the caller',
    description:
      'Of many runners one gets a lease; the same runner asking again gets the same answer. Right after the answer that granted it `digest` is enough; else `again` says everything as it is now.',
    who: ['scope:run'],
    body: z.strictObject({ runner, digest: claimed(digest), again: claimed(submission).optional() }),
    answers: { 200: { summary: 'A lease, or why it must not run', json: z.union([started, refusal]) } },
    problems: ['NOT_FOUND', 'CONFLICT', 'REQUEST_UNREADABLE', 'POLICY_INVALID', 'CONFIG_INVALID'],
    async handle({ asking, caller, path, body }, { runs }) {
      const id = path['id'] ?? '';
      if (!/^[0-9a-f-]{36}$/.test(id)) throw new ApiError('NOT_FOUND', 'no request has this id');
      return ok(await runs.start(asking, caller, id, body));
    },
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/lease',
    operationId: 'renew',
    summary: 'Say that the command still runs; the answer is held until that should be said again',
    who: ['scope:run', 'requester'],
    subject: 'request',
    body: z.strictObject({ runner }),
    answers: {
      200: {
        summary: 'What to do then',
        json: z.strictObject({ next: z.enum(['again', 'stop', 'over']), lasts: z.number() }),
      },
    },
    handle: async ({ known, body }, { runs }) => ok(await runs.renew(known, body.runner)),
  }),
  route({
    method: 'POST',
    path: '/v1/requests/{id}/finish',
    operationId: 'finish',
    summary: 'Say how the command ended; again, and late, too',
    who: ['scope:run', 'requester'],
    subject: 'request',
    body: z.strictObject({ runner, exit: allClaimed(exit) }),
    answers: {
      200: { summary: 'Whether it was new', json: z.strictObject({ kind: z.enum(['recorded', 'known']) }) },
    },
    handle: async ({ known, body }, { runs }) => ok({ kind: await runs.finish(known, body.runner, body.exit) }),
  }),
];
