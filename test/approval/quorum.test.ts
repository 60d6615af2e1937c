import { describe, expect, test } from 'vitest';
import { type Directory, mayVote, soleUser } from '../../src/approval/directory.ts';
import type { CastVote } from '../../src/approval/events.ts';
import { accepts, count, eligible, unreachable } from '../../src/approval/quorum.ts';
import type { Approvers } from '../../src/policy/decision.ts';
import type { Principal } from '../../src/request/request.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const TEAM: Directory = {
  configured: true,
  strongest: () => 'factor',
  groupsOf: () => [],
  members: (group) =>
    ({ sre: ['person:ann', 'person:bob', 'person:cy'], dba: ['person:bob', 'person:dee'] })[group] ?? [],
};

let nonces = 0;

function block(from: string[], wanted: number, more: Partial<Approvers> = {}): Approvers {
  return { from, count: wanted, evidence: 'os', separation: 'none', rule: 'r', ...more };
}

function vote(voter: string, more: Partial<CastVote> = {}): CastVote {
  return { vote: 'approve', voter, evidence: 'os', digest: DIGEST, at: 0, nonce: `${voter} ${nonces++}`, ...more };
}

function asked(approvers: Approvers[]) {
  return { principal: 'agent:x@ann', owner: 'person:ann', digest: DIGEST, approvers };
}

describe('counting votes', () => {
  test('one person with two votes is one', () => {
    const two = asked([block(['sre'], 2)]);
    expect(count(two, [vote('person:ann'), vote('person:ann')], TEAM)).toMatchObject({ kind: 'waiting' });
    expect(count(two, [vote('person:ann'), vote('person:bob')], TEAM)).toMatchObject({ kind: 'granted' });
  });

  test('one vote counts in every block that wants this person', () => {
    const both = asked([block(['sre'], 1), block(['dba'], 1)]);
    expect(count(both, [vote('person:bob')], TEAM)).toEqual({ kind: 'granted', voters: ['person:bob'] });
    expect(count(both, [vote('person:dee')], TEAM)).toMatchObject({ kind: 'waiting', missing: [{ from: ['sre'] }] });
  });

  test('the person behind the agent does not count where owners are kept apart', () => {
    const apart = asked([block(['sre'], 1, { separation: 'owner' })]);
    expect(count(apart, [vote('person:ann')], TEAM)).toMatchObject({ kind: 'waiting' });
    expect(eligible(apart, apart.approvers[0]!, TEAM)).toEqual(['person:bob', 'person:cy']);
  });

  test('a deny of anybody who is asked ends it, whoever approved', () => {
    const two = asked([block(['sre'], 1)]);
    const votes = [vote('person:ann'), vote('person:bob', { vote: 'deny', text: 'no' })];
    expect(count(two, votes, TEAM)).toEqual({ kind: 'denied', by: 'person:bob', text: 'no' });
  });

  test('a deny of somebody who is not asked changes nothing', () => {
    const one = asked([block(['dba'], 1)]);
    expect(count(one, [vote('person:mallory', { vote: 'deny' })], TEAM)).toMatchObject({ kind: 'waiting' });
  });

  test('a vote on another digest does not count', () => {
    const one = asked([block(['sre'], 1)]);
    const other = vote('person:ann', { digest: `sha256:${'b'.repeat(64)}` });
    expect(accepts(one, other, TEAM)).toMatchObject({ kind: 'rejected', why: 'the digest is not that of the request' });
    expect(count(one, [other], TEAM)).toMatchObject({ kind: 'waiting' });
  });

  test('somebody who left the group no longer counts', () => {
    const one = asked([block(['sre'], 1)]);
    const empty: Directory = { ...TEAM, members: () => [] };
    expect(count(one, [vote('person:ann')], empty)).toMatchObject({ kind: 'waiting' });
  });

  test('with nobody asked nothing is granted', () => {
    expect(count(asked([]), [vote('person:ann')], TEAM)).toMatchObject({ kind: 'waiting' });
  });

  test('too few people, or evidence that does not exist here, can never be met', () => {
    expect(unreachable(asked([block(['sre'], 3)]), TEAM)).toEqual([]);
    expect(unreachable(asked([block(['sre'], 4)]), TEAM)).toMatchObject([{ wanted: 4, have: 3 }]);
    expect(unreachable(asked([block(['sre'], 1, { evidence: 'signed' })]), TEAM)).toMatchObject([{ have: 0 }]);
  });
});

describe('without a directory', () => {
  test('the owner of the agent is the only one asked, and nobody for a person', () => {
    expect(soleUser(() => 'os').members('owners', { principal: 'agent:x@ann', owner: 'person:ann' })).toEqual([
      'person:ann',
    ]);
    expect(soleUser(() => 'os').members('owners', { principal: 'person:ann' })).toEqual([]);
    expect(soleUser(() => 'os').members('sre', { principal: 'agent:x@ann', owner: 'person:ann' })).toEqual([]);
  });

  test.each([
    ['an agent', { kind: 'agent', id: 'agent:x@ann', known: 'claimed' }, true, 'is not a person'],
    ['a pipeline', { kind: 'pipeline', id: 'pipeline:ci/x', known: 'claimed' }, true, 'is not a person'],
    [
      'a person without a terminal',
      { kind: 'person', id: 'person:ann', known: 'os' },
      false,
      'no controlling terminal',
    ],
  ] satisfies [string, Principal, boolean, string][])('%s may not vote', (_, principal, tty, why) => {
    expect(mayVote(principal, false, tty)).toContain(why);
  });

  test('a person under an agent, a pipeline or gate may not vote', () => {
    expect(mayVote({ kind: 'person', id: 'person:ann', known: 'os' }, true, true)).toContain(
      'among the parent processes',
    );
    expect(mayVote({ kind: 'person', id: 'person:ann', known: 'os' }, false, true)).toBeUndefined();
  });
});
