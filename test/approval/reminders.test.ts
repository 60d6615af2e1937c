import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reminders } from '../../src/approval/reminders.ts';
import { advance, type RequestEvent, type View } from '../../src/approval/states.ts';

const approvers = [
  { from: ['sre'], count: 1, evidence: 'os', separation: 'none', rule: 'often', remindSeconds: 300 },
  { from: ['dba'], count: 1, evidence: 'os', separation: 'none', rule: 'never' },
];

function history(...events: readonly [number, string, object][]): View {
  const duties = { approvers, expiresSeconds: 3600, startWithinSeconds: 600, limits: [] };
  const submitted = { principal: { id: 'agent:x', kind: 'agent' }, argv: ['x'], digest: 'd', actions: [], shape: {} };
  let view: View | undefined;
  for (const [seconds, type, payload] of [
    [1000, 'request.submitted', submitted] as const,
    [1000, 'request.decided', { kind: 'hold', mode: 'enforce', rules: [], duties }] as const,
    ...events,
  ]) {
    view = advance(view, { type, at: seconds * 1000, payload } as unknown as RequestEvent);
  }
  return view!;
}

const moments = (view: View, from: number, until: number) =>
  reminders(view, from * 1000, until * 1000).map(({ at }) => at / 1000);

test('the people of a rule are reminded as often as it says', () => {
  expect(reminders(history(), 1_000_000, 1_300_000)).toEqual([{ rule: 'often', to: ['sre'], at: 1_300_000 }]);
  expect(moments(history(), 1000, 1299)).toEqual([]);
  expect(moments(history(), 1300, 2000)).toEqual([1600, 1900]);
});

test('nobody is reminded while a question is open, and its time does not count', () => {
  const asked: [number, string, object] = [1100, 'question.asked', { by: 'person:a', text: '?' }];
  expect(moments(history(asked), 1000, 9000)).toEqual([]);
  expect(moments(history(asked, [5100, 'question.answered', { by: 'agent:x', text: '!' }]), 5100, 5400)).toEqual([
    5300,
  ]);
});

test('looked at in any steps, each reminder comes exactly once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 20 }), (steps) => {
      let at = 1000;
      const seen: number[] = [];
      for (const step of steps) {
        seen.push(...moments(history(), at, at + step));
        at += step;
      }
      expect(seen).toEqual(moments(history(), 1000, at));
    }),
  );
});
