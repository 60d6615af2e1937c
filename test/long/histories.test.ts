import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories, violation } from '../approval/histories.ts';

const RUNS = 500_000;

test(`${RUNS.toLocaleString('en')} histories of a request, and none breaks the rules of approval`, () => {
  let played = 0;
  fc.assert(
    fc.property(histories, (history) => {
      played += 1;
      expect(violation(history)).toBeUndefined();
    }),
    { numRuns: RUNS },
  );
  expect(played).toBe(RUNS);
});
