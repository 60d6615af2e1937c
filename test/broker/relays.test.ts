import { expect, test } from 'vitest';
import { cardOf } from '../../src/approval/card.ts';
import type { Relayed } from '../../src/approval/events.ts';
import type { Ballot } from '../../src/broker/broker.ts';
import { storedProofs } from '../../src/broker/proofs.ts';
import { directory, Queue } from '../kit/queue.ts';

const [ANN, BOB] = ['person:ann', 'person:bob'] as const;
const TEAM = directory({ sre: [ANN, BOB] });
const RELAY: Relayed = {
  name: 'n8n',
  token: '0123456789',
  by: 'person:ola',
  run: 'https://n8n.example.com/execution/7',
};
const AGENT = { principal: { id: 'agent:x@dan', owner: 'person:dan' } };
const through = (more: Partial<Ballot> = {}): Partial<Ballot> => ({ proof: { kind: 'relay' }, relay: RELAY, ...more });

function queue(): Queue {
  const made: Queue = new Queue(TEAM, {
    proofs: storedProofs({
      files: {
        read: () => ({ factors: [], wrong: [], steps: {} }),
        update: async () => ({ kind: 'rejected', why: '' }),
      } as never,
      store: { enrolled: async () => [] },
      keysOf: () => [],
      now: () => made.now,
    }),
  });
  return made;
}

test('a relayed vote is that person’s, with what conveyed it, in the record and on the card; said again it is the same one, also after the end', async () => {
  using work = queue();
  const id = await work.ask({ ...AGENT, approvers: [{ from: ['sre'], relays: ['n8n'] }] });
  const nonce = 'ab'.repeat(16);
  expect(await work.vote(id, ANN, through({ nonce, text: 'fine' }))).toMatchObject({ kind: 'recorded' });
  const { view, version } = await work.broker.get(id);
  expect(view).toMatchObject({
    state: 'granted',
    voters: [ANN],
    votes: [{ voter: ANN, evidence: 'relay', relay: RELAY }],
  });
  expect(await work.vote(id, ANN, through({ nonce }))).toMatchObject({ kind: 'recorded', known: { version } });
  expect(await work.vote(id, ANN, through())).toMatchObject({ kind: 'ended' });
  // The same nonce of somebody else is no repetition.
  expect(await work.vote(id, BOB, through({ nonce }))).toMatchObject({ kind: 'ended' });
  const card = cardOf({
    id,
    view,
    previews: [],
    similar: [],
    payloads: [],
    repeats: [],
    people: [],
    missing: [],
    now: work.now,
  });
  expect(card.approval.asked[0]).toMatch(/; one may come through n8n$/);
  expect(card.approval.votes).toEqual([
    expect.stringMatching(
      /^person:ann: approve, evidence relay n8n \(https:\/\/n8n\.example\.com\/execution\/7\), .*: fine$/,
    ),
  ]);
});

test('a clock that is more than ten minutes away makes no vote: it is kept as a proof that did not hold', async () => {
  using work = queue();
  const id = await work.ask({ ...AGENT, approvers: [{ from: ['sre'], relays: ['n8n'] }] });
  for (const at of [work.now - 11 * 60_000, work.now + 11 * 60_000]) {
    expect(await work.vote(id, ANN, through({ at }))).toMatchObject({
      kind: 'not_yours',
      why: expect.stringMatching(/ten minutes/),
    });
  }
  const rejected = (await work.broker.record(id)).filter(({ type }) => type === 'vote.rejected');
  expect(rejected.map(({ payload }) => payload)).toMatchObject([{ voter: ANN, relay: RELAY }, { relay: RELAY }]);
});

test('what a relay conveys is for once: no approval stands by it, whatever the rule says', async () => {
  using work = queue();
  const id = await work.ask({ ...AGENT, approvers: [{ from: ['sre'], relays: ['n8n'], standsSeconds: 600 }] });
  await work.vote(id, ANN, through());
  expect(await work.state(id)).toBe('granted');
  expect(await work.broker.standings({})).toEqual([]);
});

test('a relayed question stops the clock, and says what conveyed it', async () => {
  using work = queue();
  const id = await work.ask({ ...AGENT });
  expect(await work.broker.ask(id, { by: ANN, text: 'why?', relay: RELAY })).toMatchObject({ kind: 'recorded' });
  const asked = (await work.broker.record(id)).find(({ type }) => type === 'question.asked');
  expect(asked?.payload).toEqual({ by: ANN, text: 'why?', relay: RELAY });
});
