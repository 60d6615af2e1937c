import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Leases, leases } from '../../../src/server/client/leases.ts';

const LASTS = 6000;
const RUNNER = `client:${'a'.repeat(32)}`;
const OTHER = `client:${'b'.repeat(32)}`;

/** The clock of the service is the only one there is: what a client thinks of the time comes in nowhere. */
describe('the leases of runners', () => {
  let now: number;
  let silent: string[];
  let held: Leases;
  const pass = async (milliseconds: number) => {
    for (let left = milliseconds; left > 0; left -= 100) {
      now += 100;
      await vi.advanceTimersByTimeAsync(100);
    }
  };
  beforeEach(() => {
    vi.useFakeTimers();
    now = 1_000_000;
    silent = [];
    held = leases({ lasts: LASTS, now: () => now, onSilent: (id) => silent.push(id) });
  });
  afterEach(() => {
    held.close();
    vi.useRealTimers();
  });

  test('a runner that is heard of is alive; one that is silent for a lease is not, and is told of once', async () => {
    held.began('one', RUNNER);
    await pass(LASTS - 100);
    expect(held.isAlive(RUNNER)).toBe(true);
    const renewed = held.renew('one', RUNNER);
    await pass(LASTS - 100);
    expect(await renewed).toBe('again');
    expect(held.isAlive(RUNNER)).toBe(true);
    expect(held.count).toBe(1);
    await pass(LASTS * 2);
    expect(held.isAlive(RUNNER)).toBe(false);
    expect(silent).toEqual(['one']);
    expect(held.count).toBe(0);
  });

  test('the answer is held for a third of a lease, and comes at once when the command is to stop', async () => {
    held.began('one', RUNNER);
    let answer: string | undefined;
    void held.renew('one', RUNNER).then((said) => {
      answer = said;
    });
    await pass(LASTS / 3 - 200);
    expect(answer).toBeUndefined();
    held.stop('one');
    await pass(100);
    expect(answer).toBe('stop');
    expect(await held.renew('one', RUNNER)).toBe('stop');
  });

  test('after a restart each runner has a lease to be heard of again', async () => {
    expect(held.isAlive(OTHER)).toBe(true);
    await pass(LASTS + 100);
    expect(held.isAlive(OTHER)).toBe(false);
    void held.renew('two', OTHER);
    expect(held.isAlive(OTHER)).toBe(true);
  });

  test('whoever waits is let go when the service ends', async () => {
    held.began('one', RUNNER);
    const renewed = held.renew('one', RUNNER);
    held.close();
    expect(await renewed).toBe('again');
  });
});
