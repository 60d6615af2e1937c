import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Approvals } from '../../src/audit/approvals-report.ts';
import { Durations } from '../../src/audit/durations.ts';

/** Any number of requests at once, each with a fate of its own; counted again here, from the fates alone. */

const FATES = [
  ...(['approved', 'confirmed', 'denied', 'expired', 'withdrawn', 'superseded', 'broken', 'waiting'] as const),
  ...(['allowed', 'observed', 'forbidden', 'standing', 'broken at once', 'too_many_open', 'cooling_down'] as const),
];
type Fate = (typeof FATES)[number];
const QUESTIONS: readonly Fate[] = FATES.slice(0, 8);

interface Life {
  readonly fate: Fate;
  readonly principal: string;
  readonly voter: string;
  readonly pod: string;
  readonly at: number;
  readonly took: number;
  readonly repeated: number;
  readonly paused: number;
}

const life: fc.Arbitrary<Life> = fc.record({
  fate: fc.constantFrom(...FATES),
  principal: fc.constantFrom('agent:x@ann', 'agent:y@ann', 'agent:x@bob'),
  voter: fc.constantFrom('person:bob', 'person:cleo'),
  pod: fc.constantFrom('a', 'b', 'c'),
  at: fc.integer({ min: 0, max: 1_000_000 }),
  took: fc.integer({ min: 10, max: 500_000 }),
  repeated: fc.integer({ min: 0, max: 2 }),
  paused: fc.constantFrom(0, 0, 5000),
});
const lives = fc.array(life, { maxLength: 40 });

interface Event {
  readonly at: number;
  readonly type: string;
  readonly request: string;
  readonly payload: object;
}

function eventsOf({ fate, principal, voter, pod, at, took, repeated, paused }: Life, request: string): Event[] {
  const event = (after: number, type: string, payload: object = {}) => ({ at: at + after, type, request, payload });
  const kinds: Partial<Record<Fate, string>> = { confirmed: 'confirm', allowed: 'allow', forbidden: 'deny' };
  const action = { tool: 'kubectl', operation: 'label', effects: ['write'], resource: { kind: 'pod', name: pod } };
  const end = took + paused;
  const beginning = [
    event(0, 'request.submitted', {
      principal: { id: principal, owner: 'person:ann' },
      argv: ['kubectl', 'label', 'pod', pod],
      actions: [{ ...action, scope: {}, opaque: false }],
      opaque: false,
    }),
    event(0, 'request.decided', {
      kind: kinds[fate] ?? 'hold',
      mode: fate === 'observed' ? 'observe' : 'enforce',
      rules: ['r'],
      duties: { approvers: [{ from: ['sre'] }] },
    }),
  ];
  const wait = QUESTIONS.includes(fate)
    ? [
        ...Array.from({ length: repeated }, () => event(1, 'request.repeated')),
        ...(paused > 0 ? [event(2, 'question.asked'), event(2 + paused, 'question.answered')] : []),
      ]
    : [];
  const voted = (vote: string) => event(end, 'vote.cast', { vote, voter });
  const fates: Record<Fate, Event[]> = {
    approved: [voted('approve'), event(end, 'request.granted')],
    confirmed: [event(end, 'request.confirmed')],
    denied: [voted('deny'), event(end, 'request.denied', { reason: 'person' })],
    expired: [event(end, 'request.expired')],
    withdrawn: [event(end, 'request.withdrawn')],
    superseded: [event(end, 'request.superseded')],
    broken: [event(end, 'request.broken', { by: principal, why: 'x' })],
    waiting: [],
    allowed: [event(0, 'run.started'), event(took, 'run.finished')],
    observed: [event(0, 'run.started'), event(took, 'run.finished')],
    forbidden: [],
    standing: [event(0, 'request.granted', { standing: 's' }), event(0, 'run.started')],
    'broken at once': [event(0, 'request.broken', { by: principal, why: 'x' })],
    too_many_open: [event(0, 'request.denied', { reason: 'too_many_open' })],
    cooling_down: [event(0, 'request.denied', { reason: 'cooling_down' })],
  };
  return [...beginning, ...wait, ...fates[fate]];
}

function reportOf(all: readonly Life[], since = 0) {
  const approvals = new Approvals(since);
  const events = all.flatMap((each, index) => eventsOf(each, `r${index}`));
  // Stable: what happens at one instant to one request stays together, as one append does.
  events.sort((a, b) => a.at - b.at);
  for (const [index, { payload, ...event }] of events.entries())
    approvals.add({ ...event, index, payload: Buffer.from(JSON.stringify(payload)) });
  return approvals.report(2_000_000);
}

const times = (all: readonly Life[], ...fates: Fate[]) => all.filter(({ fate }) => fates.includes(fate));

describe('the report of approvals', () => {
  it('counts every request once, and the counts add up', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 1_200_000 }), (all, since) => {
        const report = reportOf(all, since);
        const mine = all.filter(({ at }) => at >= since);
        const { asked, ...outcomes } = report.questions;
        expect(asked).toBe(Object.values(outcomes).reduce((sum, count) => sum + count, 0));
        for (const [outcome, count] of Object.entries(outcomes)) {
          expect([outcome, count]).toEqual([outcome, times(mine, outcome as Fate).length]);
        }
        expect(report.notAsked).toMatchObject({
          standing: times(mine, 'standing').length,
          broken: times(mine, 'broken at once').length,
        });
        const refused = Object.values(report.notAsked.refused).reduce((sum, count) => sum + count, 0);
        expect(refused).toBe(times(mine, 'too_many_open', 'cooling_down').length);
        const flooded = report.floods.flatMap((flood) => Object.values(flood.refused));
        expect(flooded.reduce((sum, count) => sum + count, 0)).toBe(refused);
        expect(report.broken.unreviewed).toHaveLength(times(all, 'broken', 'broken at once').length);
        expect(report.unread).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('what is asked often adds up to all questions that are over, and knows every denial', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 1_200_000 }), (all, since) => {
        const report = reportOf(all, since);
        const sum = (what: 'asked' | 'approved') => report.habits.reduce((total, habit) => total + habit[what], 0);
        expect(sum('asked')).toBe(report.questions.asked - report.questions.waiting);
        expect(sum('approved')).toBe(report.questions.approved + report.questions.confirmed);
        for (const { principal, denied } of report.habits) {
          const noes = times(all, 'denied', 'broken', 'broken at once').filter((one) => one.principal === principal);
          expect(denied).toBe(noes.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('every vote is its voter’s, the time of a question is nobody’s, and fast ones are flagged', () => {
    fc.assert(
      fc.property(lives, (all) => {
        const { people } = reportOf(all);
        for (const voter of ['person:bob', 'person:cleo']) {
          const yes = times(all, 'approved').filter((one) => one.voter === voter);
          const no = times(all, 'denied').filter((one) => one.voter === voter);
          const figures = people.find(({ person }) => person === voter);
          expect(figures?.approvals ?? 0).toBe(yes.length);
          expect(figures?.denials ?? 0).toBe(no.length);
          expect(figures?.quick ?? 0).toBe(yes.filter(({ took }) => took < 2000).length);
          expect(figures?.questions ?? 0).toBe(yes.length + no.length);
          const took = [...yes, ...no].map((one) => one.took).sort((a, b) => a - b);
          const median = took[Math.ceil(took.length / 2) - 1];
          if (median !== undefined) close(figures?.median, median);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Within a 64th, from below. */
function close(found: number | null | undefined, exact: number): void {
  expect(found).toBeLessThanOrEqual(exact);
  expect(found).toBeGreaterThanOrEqual(Math.floor(exact * (63 / 64)));
}

describe('durations', () => {
  it('every quantile is right to within a 64th', () => {
    const any = fc.array(fc.oneof(fc.nat(300), fc.nat(100_000), fc.nat(2 ** 31), fc.nat(2 ** 50)), { minLength: 1 });
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const durations = new Durations();
        for (const each of all) durations.add(each);
        const sorted = [...all].sort((a, b) => a - b);
        close(durations.quantile(share), sorted[Math.max(1, Math.ceil(share * all.length)) - 1]!);
        expect(durations.count).toBe(all.length);
      }),
    );
  });

  it('of none there is none', () => {
    expect(new Durations().quantile(0.5)).toBeNull();
  });
});
