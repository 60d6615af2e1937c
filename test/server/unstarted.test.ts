import { describe, expect, it } from 'vitest';
import type { Submission } from '../../src/approval/submission.ts';
import { Unstarted } from '../../src/server/unstarted.ts';

const submission = {} as Submission;
const idOf = (n: number) => `019b76da-a800-7000-8000-${String(n).padStart(12, '0')}`;

function kept() {
  let at = 1_000_000;
  const forgotten: string[] = [];
  const unstarted = new Unstarted<string>(
    () => at,
    (id) => forgotten.push(id),
  );
  return {
    unstarted,
    forgotten,
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
    keep: (n: number, caller = 'person:ann') =>
      unstarted.keep({ id: idOf(n), submission, at, caller, told: `told ${n}` }),
  };
}

describe('what was granted at once', () => {
  it('is found by its id and by the end of it, until it has started', () => {
    const { unstarted, forgotten, keep } = kept();
    keep(1);
    expect(unstarted.get(idOf(1))).toMatchObject({ told: 'told 1' });
    expect(unstarted.endingWith(idOf(1).slice(-12))).toMatchObject({ id: idOf(1) });
    expect(unstarted.get(idOf(1).replace('a800', 'a801'))).toBeUndefined();
    unstarted.remove(idOf(1));
    expect(unstarted.get(idOf(1))).toBeUndefined();
    expect(forgotten).toEqual([]);
  });

  it('is given up after a minute, when the next one comes', () => {
    const { unstarted, forgotten, keep, pass } = kept();
    keep(1);
    pass(60_001);
    expect(unstarted.get(idOf(1))).toBeUndefined();
    keep(2);
    expect(forgotten).toEqual([idOf(1)]);
  });

  it('a flood of one caller pushes out its own, and nobody else’s', () => {
    const { unstarted, forgotten, keep } = kept();
    keep(0, 'person:bob');
    for (let n = 1; n <= 129; n++) keep(n);
    expect(forgotten).toEqual([idOf(1)]);
    expect(unstarted.get(idOf(0))).toBeDefined();
    expect(unstarted.get(idOf(129))).toBeDefined();
  });

  it('is 10,000 at most, of whomever', () => {
    const { unstarted, forgotten, keep } = kept();
    for (let n = 0; n <= 10_000; n++) keep(n, `person:${n}`);
    expect(forgotten).toEqual([idOf(0)]);
    expect(unstarted.get(idOf(10_000))).toBeDefined();
  });

  it('a clock that went backwards grants nothing', () => {
    const { unstarted, keep, pass } = kept();
    keep(1);
    pass(-1);
    expect(unstarted.get(idOf(1))).toBeUndefined();
  });
});
