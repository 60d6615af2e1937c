import { z } from 'zod';
import { GateError } from '../../errors.ts';
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
    async handle({ asking, path, body }, { broker }) {
      const { id = '' } = path;
      const received = await broker.revokeStanding(id, { ...body, by: asking.principal.id });
      // Unknown and not yours are the same to whoever may not see it.
      if (received.kind !== 'recorded' && !maySee(asking, { principal: received.known.view.principal }))
        throw unknown(id);
      return ok(received);
    },
  }),
];

function unknown(id: string): GateError {
  return new GateError('UNKNOWN_REQUEST', `no standing grant has the id \`${id}\``, {
    hint: 'see `gate grants --all` for the ids',
  });
}
