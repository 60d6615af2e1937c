import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Directory } from '../../src/approval/directory.ts';
import type { CastVote } from '../../src/approval/events.ts';
import { type Asked, count, eligible, unreachable } from '../../src/approval/quorum.ts';
import { advance, due, type RequestEvent, type State, type View } from '../../src/approval/states.ts';
import { DECISION_KINDS } from '../../src/policy/decision.ts';

const DIGEST = 'sha256:d';
const PEOPLE = ['person:a', 'person:b', 'person:c', 'person:d', 'person:mallory'];
const GROUPS = ['x', 'y', 'z'];

const directory = fc.record(Object.fromEntries(GROUPS.map((group) => [group, fc.subarray(PEOPLE.slice(0, 4))]))).map(
  (groups): Directory => ({
    configured: true,
    members: (group) => groups[group] ?? [],
    strongest: () => 'os',
    groupsOf: () => [],
  }),
);
const block = fc.record({
  from: fc.subarray(GROUPS, { minLength: 1 }),
  count: fc.integer({ min: 1, max: 4 }),
  evidence: fc.constantFrom('os' as const, 'signed' as const),
  separation: fc.constantFrom('none' as const, 'owner' as const),
  rule: fc.constant('r'),
});
const asked: fc.Arbitrary<Asked> = fc.record({
  principal: fc.constantFrom('person:a', 'agent:x'),
  owner: fc.constantFrom('person:a', 'person:b'),
  digest: fc.constant(DIGEST),
  approvers: fc.array(block, { maxLength: 3 }),
});
const vote: fc.Arbitrary<CastVote> = fc.record({
  vote: fc.constantFrom('approve' as const, 'approve' as const, 'deny' as const),
  voter: fc.constantFrom(...PEOPLE, 'agent:x'),
  evidence: fc.constant('os' as const),
  digest: fc.constantFrom(DIGEST, DIGEST, DIGEST, 'sha256:other'),
  at: fc.constant(0),
  nonce: fc.uuid(),
});
const votes = fc.array(vote, { maxLength: 12 });

test('the requester never decides, whatever groups they are in', () => {
  fc.assert(
    fc.property(asked, votes, directory, (request, cast, people) => {
      const own = cast.filter(({ voter }) => voter === request.principal);
      expect(count(request, own, people).kind).toBe('waiting');
      const others = cast.filter(({ voter }) => voter !== request.principal);
      expect(count(request, cast, people)).toEqual(count(request, others, people));
    }),
  );
});

test('a grant names enough distinct eligible people for every block', () => {
  fc.assert(
    fc.property(asked, votes, directory, (request, cast, people) => {
      const result = count(request, cast, people);
      if (result.kind !== 'granted') return;
      expect(new Set(result.voters).size).toBe(result.voters.length);
      expect(request.approvers.length).toBeGreaterThan(0);
      for (const each of request.approvers) {
        const able = eligible(request, each, people);
        expect(result.voters.filter((voter) => able.includes(voter)).length).toBeGreaterThanOrEqual(each.count);
      }
      expect(unreachable(request, people)).toEqual([]);
    }),
  );
});

test('the order of votes does not matter, except for whose denial is named', () => {
  fc.assert(
    fc.property(asked, votes, directory, (request, cast, people) => {
      expect(count(request, cast.toReversed(), people).kind).toBe(count(request, cast, people).kind);
    }),
  );
});

test('casting a vote again changes nothing, and another approval never turns a grant into waiting', () => {
  fc.assert(
    fc.property(asked, votes, vote, directory, (request, cast, more, people) => {
      const before = count(request, cast, people);
      expect(count(request, [...cast, ...cast], people)).toEqual(before);
      if (before.kind !== 'granted' || more.vote === 'deny') return;
      expect(count(request, [...cast, more], people).kind).toBe('granted');
    }),
  );
});

const words = { by: 'person:a', text: 'x' };
const submitted = {
  type: 'request.submitted',
  at: 0,
  payload: { principal: { id: 'agent:x', kind: 'agent' }, argv: ['x'], digest: DIGEST, actions: [], shape: {} },
};
const events = fc
  .array(
    fc.oneof(
      fc.constantFrom(...DECISION_KINDS).chain((kind) =>
        fc.constantFrom('enforce', 'observe').map((mode) => ({
          type: 'request.decided',
          payload: {
            kind,
            mode,
            rules: [],
            duties: { approvers: [], expiresSeconds: 10, startWithinSeconds: 10, limits: [] },
          },
        })),
      ),
      fc.constantFrom(
        { type: 'request.confirmed', payload: { word: 'x' } },
        { type: 'request.granted', payload: { digest: DIGEST, voters: [], acknowledged: true } },
        { type: 'vote.cast', payload: { vote: 'approve', voter: 'person:a', evidence: 'os', digest: DIGEST } },
        { type: 'vote.rejected', payload: { voter: 'person:a', evidence: 'totp', why: 'x' } },
        { type: 'request.repeated', payload: {} },
        { type: 'request.escalated', payload: { rule: 'r', to: ['x'] } },
        { type: 'request.previewed', payload: { by: 'person:a', previews: [] } },
        { type: 'request.broken', payload: { by: 'agent:x', why: 'x', told: [] } },
        { type: 'request.reviewed', payload: { by: 'person:a', verdict: 'justified', text: 'x' } },
        { type: 'question.asked', payload: words },
        { type: 'question.answered', payload: words },
        { type: 'request.denied', payload: { reason: 'person' } },
        { type: 'request.expired', payload: {} },
        { type: 'request.withdrawn', payload: words },
        { type: 'request.superseded', payload: { by: 'x' } },
        { type: 'request.changed', payload: { differences: ['x'] } },
        { type: 'grant.revoked', payload: words },
        { type: 'grant.lapsed', payload: {} },
        { type: 'run.started', payload: {} },
        { type: 'run.finished', payload: {} },
        { type: 'run.failed', payload: { errno: 'ENOENT' } },
        { type: 'run.lost', payload: {} },
      ),
    ),
    { maxLength: 30 },
  )
  .map(
    (list) =>
      [submitted, ...list.map((event, index) => ({ ...event, at: (index + 1) * 1000 }))] as unknown as RequestEvent[],
  );

const CLOSED: readonly State[] = [
  'finished',
  'denied',
  'expired',
  'withdrawn',
  'superseded',
  'revoked',
  'lapsed',
  'changed',
  'failed',
  'unknown',
];

test('whatever events come, a closed state never changes again', () => {
  fc.assert(
    fc.property(events, (list) => {
      let view: View | undefined;
      for (const event of list) {
        const next: View = advance(view, event);
        // Nothing but the review of a run under break-glass, and that leaves the state as it is.
        if (view !== undefined && CLOSED.includes(view.state)) {
          if (event.type === 'request.reviewed' && view.open) expect(next.state).toBe(view.state);
          else expect(next).toBe(view);
        }
        expect(next.open).toBe(
          !CLOSED.includes(next.state) || (next.broken !== undefined && next.review === undefined),
        );
        view = next;
      }
    }),
  );
});

test('nothing starts that was not granted, and nothing starts twice', () => {
  fc.assert(
    fc.property(events, (list) => {
      let view: View | undefined;
      let starts = 0;
      for (const event of list) {
        const next: View = advance(view, event);
        if (next.state === 'started' && view?.state !== 'started') {
          expect(view?.state).toBe('granted');
          starts += 1;
        }
        view = next;
      }
      expect(starts).toBeLessThanOrEqual(1);
    }),
  );
});

test('the clock stands still while a question is open, and goes on where it stood', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 1_000_000 }), (asking, thinking) => {
      const decided = {
        kind: 'hold',
        mode: 'enforce',
        rules: [],
        duties: { approvers: [], expiresSeconds: 10, startWithinSeconds: 10, limits: [] },
      };
      const list = [
        submitted,
        { type: 'request.decided', at: 0, payload: decided },
        { type: 'question.asked', at: asking, payload: words },
      ] as unknown as RequestEvent[];
      const open = list.reduce<View | undefined>(advance, undefined)!;
      expect(due(open, asking + thinking)).toBeUndefined();
      const answered = advance(open, { type: 'question.answered', at: asking + thinking, payload: words });
      expect(answered.deadline).toBe(asking + thinking + (10_000 - asking));
    }),
  );
});
