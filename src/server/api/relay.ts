import { z } from 'zod';
import type { Relayed } from '../../approval/events.ts';
import { PERSON } from '../../approval/people.ts';
import type { Broker, Known, Receiving } from '../../broker/broker.ts';
import type { Caller } from '../caller.ts';
import { ApiError } from '../problem.ts';
import { claimed, digest, milliseconds, nonce, observed, words } from './fields.ts';
import type { ApiParts } from './parts.ts';
import { ok, type Reply, type Route, route } from './route.ts';
import { id, text, texts } from './views.ts';

/** What a workflow engine brings back: docs/decisions/0016-webhooks.md says what it counts for. */

const person = z.string().regex(/^(?:person:)?[a-z0-9][a-z0-9._-]{0,99}$/);
const run = z.url({ protocol: /^https?$/ }).max(1024);
const standing = z.strictObject({
  id,
  state: text,
  digest,
  deadline: z.number().optional().describe('when it ends by itself; milliseconds since 1970'),
  people: texts.describe('whom it asks, of those whose votes this relay may convey'),
});

export const RELAY: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/relay/requests/{id}',
    operationId: 'relayGet',
    summary: 'How a request stands that asks somebody whom this relay speaks for',
    who: ['scope:relay'],
    answers: { 200: { summary: 'The request', json: standing } },
    async handle({ caller, path }, { broker }) {
      const { known, people } = await asking(caller, path['id'] ?? '', broker);
      return ok(standingOf(known, people));
    },
  }),
  route({
    method: 'POST',
    path: '/v1/relay/requests/{id}/votes',
    operationId: 'relayVote',
    summary: 'Convey what a person decided',
    description:
      'A vote with a nonce that was counted changes nothing, and is answered as before. A yes counts where the rule names this relay under `relays`.',
    who: ['scope:relay'],
    body: z.strictObject({
      person: claimed(person),
      vote: claimed(z.enum(['approve', 'deny'])),
      /** Compared with that of the request: what the person was shown is what is voted on. */
      digest: observed(digest),
      at: claimed(milliseconds),
      nonce: claimed(nonce),
      text: claimed(words).optional(),
      /** Where the engine shows what it did. */
      run: claimed(run).optional(),
    }),
    answers: { 200: { summary: 'It is recorded; how the request stands now', json: standing } },
    problems: ['CONFLICT'],
    async handle({ caller, path, body: { person, run, ...ballot } }, { broker, pageOf }) {
      const { relay, voter, known, people } = await conveying(caller, person, run, path['id'] ?? '', broker);
      if (ballot.digest !== known.view.digest) {
        throw new ApiError('CONFLICT', 'the digest is not that of the request: it was asked anew, or is another one');
      }
      const received = await broker.vote(known.id, { ...ballot, voter, relay, proof: { kind: 'relay' } });
      return replyTo(received, voter, people, pageOf);
    },
  }),
  route({
    method: 'POST',
    path: '/v1/relay/requests/{id}/questions',
    operationId: 'relayAsk',
    summary: 'Convey a question of a person; the clock of the request stands still',
    who: ['scope:relay'],
    body: z.strictObject({ person: claimed(person), text: claimed(words.min(1)), run: claimed(run).optional() }),
    answers: { 200: { summary: 'It is recorded; how the request stands now', json: standing } },
    problems: ['CONFLICT'],
    async handle({ caller, path, body }, { broker, pageOf }) {
      const { relay, voter, known, people } = await conveying(caller, body.person, body.run, path['id'] ?? '', broker);
      return replyTo(await broker.ask(known.id, { by: voter, text: body.text, relay }), voter, people, pageOf);
    },
  }),
];

/** A relay sees what asks its people and nothing else. @throws ApiError NOT_FOUND, NOT_YOURS */
async function asking({ relay, principal }: Caller, id: string, broker: Broker) {
  if (relay === undefined) throw new ApiError('NOT_YOURS', `${principal.id} is no relay`);
  const known = await broker.find(id);
  const asked = await broker.asked(known.id);
  const people = relay.people.filter((each) => asked.people.includes(each));
  if (people.length === 0) throw new ApiError('NOT_FOUND', `no request has the id \`${id}\``);
  return { known, people, relay };
}

/** @throws ApiError NOT_FOUND, NOT_YOURS */
async function conveying(caller: Caller, person: string, run: string | undefined, id: string, broker: Broker) {
  const { known, people, relay } = await asking(caller, id, broker);
  const voter = person.startsWith(PERSON) ? person : PERSON + person;
  if (!relay.people.includes(voter)) throw new ApiError('NOT_YOURS', `${relay.name} does not speak for ${voter}`);
  const { name, by } = relay;
  const relayed: Relayed = { name, token: caller.token ?? '', by, ...(run === undefined ? {} : { run }) };
  return { known, people, voter, relay: relayed };
}

/** @throws ApiError NOT_YOURS, CONFLICT */
function replyTo(received: Receiving, voter: string, people: readonly string[], pageOf: ApiParts['pageOf']): Reply {
  const { known } = received;
  if (received.kind === 'recorded') return ok(standingOf(known, people));
  if (received.kind === 'ended') {
    throw new ApiError('CONFLICT', `it is ${known.view.state} already`, 'look at it again before anything else');
  }
  const where = pageOf?.(known.id) ?? `gate approve ${known.id.slice(-8)}, or gate inbox`;
  throw new ApiError('NOT_YOURS', received.why, `${voter.slice(PERSON.length)} answers in person: ${where}`);
}

function standingOf({ id, view }: Known, people: readonly string[]): z.infer<typeof standing> {
  const { state, digest, deadline } = view;
  return { id, state, digest, ...(deadline === undefined ? {} : { deadline }), people: [...people] };
}
