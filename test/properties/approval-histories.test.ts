import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories, violation } from '../approval/histories.ts';

// Half a million of them: `npm run test:long`.
test('no history of a request breaks the rules of approval', () => {
  fc.assert(
    fc.property(histories, (history) => {
      expect(violation(history)).toBeUndefined();
    }),
    { numRuns: 20_000 },
  );
});
