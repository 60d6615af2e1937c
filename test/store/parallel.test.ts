import { describe, expect, it } from 'vitest';
import { BUN, inPlace, NODE, started, verdictOf, WRITER } from './fixtures/place.ts';

describe('many processes that start at once on a log that does not exist yet', () => {
  for (const [name, runtime] of [
    ['node', NODE],
    ['bun', BUN],
  ] as const) {
    it(`100 under ${name} all record their run, and the tree verifies`, { timeout: 120_000 }, () =>
      inPlace(async (path) => {
        const ends = await Promise.all(Array.from({ length: 100 }, () => started(runtime, [WRITER, path, '1']).ended));
        expect(ends.filter(({ code }) => code !== 0).map(({ stderr }) => stderr)).toEqual([]);
        expect(verdictOf(path)).toMatchObject({ kind: 'sound', size: 401, open: 0 });
      }),
    );
  }

  it('64 that append 20 runs each wait for each other less than the five seconds', { timeout: 120_000 }, () =>
    inPlace(async (path) => {
      const ends = await Promise.all(Array.from({ length: 64 }, () => started(BUN, [WRITER, path, '20']).ended));
      expect(ends.filter(({ code }) => code !== 0).map(({ stderr }) => stderr)).toEqual([]);
      expect(verdictOf(path)).toMatchObject({ kind: 'sound', size: 1 + 64 * 20 * 4 });
    }),
  );
});
