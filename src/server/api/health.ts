import { z } from 'zod';
import { ok, type Route, route } from './route.ts';

/** Whether the service lives, for whoever starts and watches it. */
export const HEALTH: readonly Route[] = [
  route({
    method: 'GET',
    path: '/healthz',
    operationId: 'alive',
    summary: 'Whether the service lives',
    who: ['anybody'],
    answers: {
      200: { summary: 'It does', json: z.strictObject({ alive: z.literal(true), version: z.string() }) },
    },
    handle: (_, { version }) => ok({ alive: true, version }),
  }),
  route({
    method: 'GET',
    path: '/readyz',
    operationId: 'ready',
    summary: 'Whether the service could take a request now',
    who: ['anybody'],
    answers: { 200: { summary: 'It could', json: z.strictObject({ ready: z.literal(true) }) } },
    problems: ['AUDIT_UNAVAILABLE', 'AUDIT_CORRUPT'],
    async handle(_, { ready }) {
      await ready();
      return ok({ ready: true });
    },
  }),
];
