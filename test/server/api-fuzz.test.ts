import { describe, expect, test } from 'vitest';
import { FUZZ_LIMITS, FUZZ_POLICY, fuzz } from '../kit/api-fuzz.ts';
import { holdsAfterwards } from '../kit/fuzzed-record.ts';
import { Service } from '../kit/service.ts';

/** A small part of test/long/api-fuzz.test.ts. Needs root. */
describe.skipIf(process.getuid?.() !== 0)('the API, asked for anything', () => {
  test('answers two thousand requests as it says it does', async () => {
    await using service = await new Service().start({ more: FUZZ_LIMITS, policy: FUZZ_POLICY });
    const { wrong, reached } = await fuzz(service, { runs: 2000, seed: Number(process.env['GATE_FUZZ_SEED'] ?? 1) });
    expect(wrong).toEqual([]);
    for (const operation of ['submit', 'vote', 'ask', 'listRequests', 'watchRequest'])
      expect(reached[operation] ?? 0).toBeGreaterThan(0);
    await holdsAfterwards(service);
  }, 300_000);
});
