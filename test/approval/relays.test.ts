import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CastVote, Relayed } from '../../src/approval/events.ts';
import { accepts, count } from '../../src/approval/quorum.ts';
import type { Approvers } from '../../src/policy/decision.ts';
import { directory } from '../kit/queue.ts';

const [ANN, BOB, CY, OLA] = ['person:ann', 'person:bob', 'person:cy', 'person:ola'] as const;
const TEAM = directory({ sre: [ANN, BOB, CY, OLA] });
const DIGEST = `sha256:${'a'.repeat(64)}`;
const N8N: Relayed = { name: 'n8n', token: '0123456789', by: OLA, run: 'https://n8n.example.com/execution/7' };
const TEMPORAL: Relayed = { name: 'temporal', token: '1123456789', by: CY };

let nonces = 0;
const vote = (voter: string, more: Partial<CastVote> = {}): CastVote => ({
  ...{ vote: 'approve', voter, evidence: more.relay ? 'relay' : 'os', digest: DIGEST, at: 0, nonce: `${nonces++}` },
  ...more,
});
const through = (relay: Relayed, voter: string, more: Partial<CastVote> = {}) => vote(voter, { relay, ...more });
const block = (more: Partial<Approvers> = {}): Approvers => ({
  ...{ from: ['sre'], count: 1, evidence: 'os', separation: 'none', rule: 'r', relays: ['n8n', 'temporal'] },
  ...more,
});
const asked = (approvers: Approvers[], owner = 'person:dan') => ({
  ...{ principal: 'agent:x@dan', owner, digest: DIGEST, approvers },
});

describe('what a relay conveys', () => {
  test('counts where the rule names it, and nowhere else', () => {
    expect(count(asked([block()]), [through(N8N, ANN)], TEAM)).toEqual({ kind: 'granted', voters: [ANN] });
    const { relays: _, ...silent } = block();
    for (const rule of [silent, block({ relays: ['temporal'] })]) {
      expect(accepts(asked([rule]), through(N8N, ANN), TEAM)).toEqual({
        kind: 'rejected',
        why: 'rule r does not take votes through n8n',
      });
      expect(count(asked([rule]), [through(N8N, ANN)], TEAM)).toMatchObject({ kind: 'waiting' });
    }
    // Of two rules, one that takes it: the vote counts there, and the other still waits.
    const both = asked([block(), { ...silent, rule: 's' }]);
    expect(count(both, [through(N8N, ANN)], TEAM)).toMatchObject({ kind: 'waiting', missing: [{ rule: 's' }] });
  });

  test.each(['channel', 'factor', 'signed'] as const)('never meets evidence `%s`', (evidence) => {
    const strict = asked([block({ evidence })]);
    expect(accepts(strict, through(N8N, ANN), TEAM)).toMatchObject({
      kind: 'rejected',
      why: expect.stringContaining('relay is weaker'),
    });
    expect(count(strict, [through(N8N, ANN)], TEAM)).toMatchObject({ kind: 'waiting' });
  });

  test('is one vote, whatever it says; another relay of another maker is another', () => {
    const two = asked([block({ count: 2 })]);
    expect(count(two, [through(N8N, ANN), through(N8N, BOB)], TEAM)).toMatchObject({ missing: [{ have: 1 }] });
    const sameMaker = { ...TEMPORAL, by: OLA };
    expect(count(two, [through(N8N, ANN), through(sameMaker, BOB)], TEAM)).toMatchObject({ missing: [{ have: 1 }] });
    expect(count(two, [through(N8N, ANN), vote(BOB)], TEAM)).toMatchObject({ kind: 'granted' });
    expect(count(two, [through(N8N, ANN), through(TEMPORAL, BOB)], TEAM)).toMatchObject({ kind: 'granted' });
    // Nobody votes twice by being conveyed too.
    expect(count(two, [through(N8N, ANN), vote(ANN)], TEAM)).toMatchObject({ missing: [{ have: 1 }] });
    expect(count(two, [through(N8N, ANN), through(TEMPORAL, ANN)], TEAM)).toMatchObject({ missing: [{ have: 1 }] });
  });

  test('does not make two people of its maker', () => {
    const two = asked([block({ count: 2 })]);
    expect(count(two, [vote(OLA), through(N8N, BOB)], TEAM)).toMatchObject({ missing: [{ have: 1 }] });
    expect(count(two, [through(N8N, BOB), vote(OLA)], TEAM)).toMatchObject({ missing: [{ have: 1 }] });
  });

  test('SELF-06 is nothing for what its maker asked for, nor their agent; nor for the requester', () => {
    const own = { ...asked([block()], OLA), principal: 'agent:x@ola' };
    expect(accepts(own, through(N8N, ANN), TEAM)).toEqual({
      kind: 'rejected',
      why: 'person:ola made the token of n8n, and is behind this request',
    });
    expect(accepts({ ...own, principal: OLA, owner: OLA }, through(N8N, ANN), TEAM)).toMatchObject({
      kind: 'rejected',
    });
    expect(accepts({ ...asked([block()]), principal: ANN }, through(N8N, ANN), TEAM)).toMatchObject({
      why: 'you asked for it yourself',
    });
    const apart = asked([block({ separation: 'owner' })], ANN);
    expect(accepts(apart, through(N8N, ANN), TEAM)).toMatchObject({ kind: 'rejected' });
  });

  test('is for the digest that was shown', () => {
    const other = through(N8N, ANN, { digest: `sha256:${'b'.repeat(64)}` });
    expect(accepts(asked([block()]), other, TEAM)).toMatchObject({ why: 'the digest is not that of the request' });
  });

  test('is a no wherever the person is asked', () => {
    const { relays: _, ...silent } = block({ evidence: 'signed' });
    const no = through(N8N, ANN, { vote: 'deny', text: 'no' });
    expect(count(asked([silent]), [no], TEAM)).toEqual({ kind: 'denied', by: ANN, text: 'no' });
    expect(accepts(asked([silent]), { ...no, voter: 'person:eve' }, TEAM)).toMatchObject({ kind: 'rejected' });
  });

  test('without saying what conveyed it, is nothing', () => {
    expect(accepts(asked([block()]), vote(ANN, { evidence: 'relay' }), TEAM)).toMatchObject({ kind: 'rejected' });
  });

  test('law: it adds one vote for each maker at most, none where no rule names it, and takes no vote away', () => {
    const person = fc.constantFrom(ANN, BOB, CY, OLA);
    const relay = fc.constantFrom(undefined, N8N, TEMPORAL, { ...TEMPORAL, by: OLA }, { ...N8N, name: 'other' });
    const some = fc.array(fc.tuple(person, relay), { maxLength: 12 });
    const yes = (votes: readonly CastVote[]) => {
      const counted = count(asked([block({ count: 20 })]), votes, TEAM);
      return counted.kind === 'waiting' ? (counted.missing[0]?.have ?? -1) : -1;
    };
    fc.assert(
      fc.property(some, (drawn) => {
        const votes = drawn.map(([voter, by]) => (by === undefined ? vote(voter) : through(by, voter)));
        const own = votes.filter((each) => each.relay === undefined);
        const makers = new Set(
          votes.flatMap((each) => (each.relay && each.relay.name !== 'other' ? [each.relay.by] : [])),
        );
        const have = yes(votes);
        expect(have).toBeGreaterThanOrEqual(yes(own));
        expect(have - yes(own)).toBeLessThanOrEqual(makers.size);
        // In whatever order they come.
        expect(yes([...own, ...votes.filter((each) => each.relay !== undefined)])).toBe(have);
      }),
    );
  });
});
