import { describe, expect, test } from 'vitest';
import { advance, due, LONGEST_QUESTION, nextMoment, type RequestEvent, type View } from '../../src/approval/states.ts';
import type { Approvers } from '../../src/policy/decision.ts';

const EXPIRES = 900;
const escalating: Approvers = {
  from: ['sre'],
  count: 1,
  evidence: 'os',
  separation: 'none',
  rule: 'slow',
  escalate: { to: ['leads'], afterSeconds: 300 },
};

/** A request that is held from 0 on, after some more events given as [seconds, type, payload]. */
function history(...events: readonly [number, string, object][]): View {
  const duties = { approvers: [escalating], expiresSeconds: EXPIRES, startWithinSeconds: 600, limits: [] };
  const all: [number, string, object][] = [
    [
      0,
      'request.submitted',
      {
        principal: { id: 'agent:x', kind: 'agent', owner: 'person:a' },
        argv: ['x'],
        digest: 'd',
        actions: [],
        shape: {},
      },
    ],
    [0, 'request.decided', { kind: 'hold', mode: 'enforce', rules: [], duties }],
    ...events,
  ];
  let view: View | undefined;
  for (const [at, type, payload] of all)
    view = advance(view, { type, at: at * 1000, payload } as unknown as RequestEvent);
  return view!;
}

const ASKED: [number, string, object] = [100, 'question.asked', { by: 'person:a', text: 'why?' }];
const DAY = LONGEST_QUESTION / 1000;

describe('the clock of a request', () => {
  test('expires at the stored deadline and not a millisecond before', () => {
    expect(due(history(), EXPIRES * 1000 - 1)?.type).not.toBe('request.expired');
    expect(due(history(), EXPIRES * 1000)).toEqual({ type: 'request.expired', payload: {} });
  });

  test('stands still while a question is open, and goes on where it stood', () => {
    const answered = history(ASKED, [5000, 'question.answered', { by: 'agent:x', text: 'because' }]);
    expect(answered).toMatchObject({ state: 'pending', deadline: (5000 + EXPIRES - 100) * 1000 });
    expect(answered.answers).toEqual([{ by: 'agent:x', text: 'because', question: 'why?', askedBy: 'person:a' }]);
  });

  test('stands still for a day at most: then it goes on by itself', () => {
    const open = history(ASKED);
    const end = (100 + DAY + EXPIRES - 100) * 1000;
    expect(due(open, end - 1)).toBeUndefined();
    expect(due(open, end)).toEqual({ type: 'request.expired', payload: {} });
    const late = history(ASKED, [100 + DAY + 200, 'question.answered', { by: 'agent:x', text: 'sorry' }]);
    expect(late.deadline).toBe((100 + DAY + 200 + EXPIRES - 100 - 200) * 1000);
  });

  test('asks more people once it has waited long enough, the time of questions not counted', () => {
    expect(due(history(), 299_999)).toBeUndefined();
    expect(due(history(), 300_000)).toEqual({ type: 'request.escalated', payload: { rule: 'slow', to: ['leads'] } });
    expect(nextMoment(history(), 1000)).toBe(300_000);
    const answered = history(ASKED, [5000, 'question.answered', { by: 'agent:x', text: 'because' }]);
    expect(nextMoment(answered, 5_000_000)).toBe(5_200_000);
    const escalated = history([300, 'request.escalated', { rule: 'slow', to: ['leads'] }]);
    expect(escalated.approvers[0]?.from).toEqual(['sre', 'leads']);
    expect(due(escalated, 300_001)).toBeUndefined();
    expect(nextMoment(escalated, 300_001)).toBe(EXPIRES * 1000);
  });

  test('lapses when a grant is not started in time', () => {
    const granted = history([10, 'request.granted', { digest: 'd', voters: [], acknowledged: false }]);
    expect(due(granted, 609_999)).toBeUndefined();
    expect(due(granted, 610_000)).toEqual({ type: 'grant.lapsed', payload: {} });
  });
});

describe('the end of a run that was given up for lost', () => {
  const granted: [number, string, object] = [1, 'request.granted', { digest: 'd', voters: [], acknowledged: false }];
  const started = (mode: string): [number, string, object] => [2, 'run.started', { mode, runner: 'r' }];

  test.each(['run.finished', 'run.failed'])('%s is taken from a client, once', (end) => {
    const told = history(granted, started('client'), [3, 'run.lost', {}], [4, end, { errno: 'ENOENT' }]);
    expect(told).toMatchObject({ state: end.slice('run.'.length), mode: 'client', open: false, endedAt: 4000 });
    expect(advance(told, { type: 'run.finished', at: 5000, payload: {} } as RequestEvent)).toBe(told);
  });

  test.each(['local', 'host'])('a run in %s mode stays unknown', (mode) => {
    const lost = history(granted, started(mode), [3, 'run.lost', {}]);
    expect(lost).toMatchObject({ state: 'unknown', mode });
    expect(advance(lost, { type: 'run.finished', at: 4000, payload: {} } as RequestEvent)).toBe(lost);
  });

  test('not after somebody has reviewed it', () => {
    const broken: [number, string, object] = [1, 'request.broken', { by: 'agent:x', why: 'fire', told: [] }];
    const words = { by: 'person:b', verdict: 'justified', text: 'yes' };
    const reviewed = history(broken, started('client'), [3, 'run.lost', {}], [4, 'request.reviewed', words]);
    expect(advance(reviewed, { type: 'run.finished', at: 5000, payload: {} } as RequestEvent)).toBe(reviewed);
  });
});

describe('a run under break-glass', () => {
  const broken: [number, string, object] = [1, 'request.broken', { by: 'agent:x', why: 'fire', told: [] }];
  const reviewed: [number, string, object] = [
    9,
    'request.reviewed',
    { by: 'person:b', verdict: 'not_justified', text: 'no' },
  ];

  test.each(['run.finished', 'run.failed', 'run.lost'])('stays open after %s until it was reviewed', (end) => {
    const ended = history(broken, [2, 'run.started', {}], [3, end, { errno: 'ENOENT' }]);
    expect(ended.open).toBe(true);
    expect(advance(ended, { type: reviewed[1], at: 9000, payload: reviewed[2] } as RequestEvent)).toMatchObject({
      open: false,
      state: ended.state,
      review: { by: 'person:b', verdict: 'not_justified', text: 'no', at: 9000 },
    });
  });

  test('a review of anything else changes nothing', () => {
    const ended = history(
      [1, 'request.granted', { digest: 'd', voters: [], acknowledged: false }],
      [2, 'run.started', {}],
      [3, 'run.finished', {}],
    );
    expect(advance(ended, { type: reviewed[1], at: 9000, payload: reviewed[2] } as RequestEvent)).toBe(ended);
  });
});
