import { describe, expect, test } from 'vitest';
import { Rate } from '../../src/server/rate.ts';

describe('how often one caller may', () => {
  test('a burst at once, then so many a second, each caller for itself', () => {
    const rate = new Rate({ perSecond: 1, burst: 3 });
    expect([1, 2, 3, 4].map(() => rate.take('a', 0))).toEqual([0, 0, 0, 1000]);
    expect(rate.take('b', 0)).toBe(0);
    expect(rate.take('a', 500)).toBe(500);
    expect(rate.take('a', 1000)).toBe(0);
    expect(rate.take('a', 1000)).toBe(1000);
  });

  test('a silence fills the bucket, and never more than that', () => {
    const rate = new Rate({ perSecond: 1, burst: 2 });
    expect([rate.take('a', 0), rate.take('a', 0), rate.take('a', 0)]).toEqual([0, 0, 1000]);
    expect([1, 2, 3].map(() => rate.take('a', 3_600_000))).toEqual([0, 0, 1000]);
  });

  test('a clock that goes back gives nothing and takes nothing', () => {
    const rate = new Rate({ perSecond: 1, burst: 1 });
    expect(rate.take('a', 10_000)).toBe(0);
    expect(rate.take('a', 5_000)).toBe(1000);
    expect(rate.take('a', 6_000)).toBe(0);
  });

  test('many callers do not fill the memory: those who were quiet longest are forgotten', () => {
    const rate = new Rate({ perSecond: 1, burst: 1 });
    rate.take('first', 0);
    for (let i = 0; i < 10_000; i++) rate.take(`caller ${i}`, 0);
    expect(rate.take('caller 9999', 0)).toBe(1000);
    expect(rate.take('first', 0)).toBe(0);
  });
});
