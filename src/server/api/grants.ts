import { z } from 'zod';
import { maySee } from '../may.ts';
import { knownStanding, standingReceiving } from './answers.ts';
import { claimed, flag, takeBack } from './fields.ts';
import { ok, type Route, route } from './route.ts';

const MOST_LISTED = 1000;

/** Standing grants: approvals that hold for a while, for one shape of command. */
export const GRANTS: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/grants',
    operationId: 'listGrants',
    summary: 'Standing grants that the caller may see, newest first',
    who: ['caller'],
    query: z.strictObject({ open: claimed(flag).optional() }),
    answers: { 200: { summary: 'The grants', json: z.strictObject({ grants: z.array(knownStanding) }) } },
    async handle({ asking, query }, { broker }) {
      const found = await broker.standings({ open: query.open ?? false, limit: MOST_LISTED });
      return ok({ grants: found.filter(({ view }) => maySee(asking, { principal: view.principal })) });
    },
  }),
  route({
    method: 'POST',
    path: '/v1/grants/{id}/revocation',
    operationId: 'revokeGrant',
    summary: 'End a standing grant',
    who: ['caller'],
    body: takeBack,
    answers: { 200: { summary: 'What became of it', json: standingReceiving } },
    problems: ['UNKNOWN_REQUEST'],
    handle: async ({ asking, path, body }, { broker }) =>
      ok(await broker.revokeStanding(path['id'] ?? '', { ...body, by: asking.principal.id })),
  }),
];
