import { describe, expect, test } from 'vitest';
import { FUZZ_LIMITS, FUZZ_POLICY, fuzz } from '../kit/api-fuzz.ts';
import { holdsAfterwards } from '../kit/fuzzed-record.ts';
import { Service } from '../kit/service.ts';

/** `npm run test:long`. GATE_FUZZ_RUNS and GATE_FUZZ_SEED choose others. Needs root. */
describe.skipIf(process.getuid?.() !== 0)('the API, asked for anything for a long time', () => {
  const runs = Number(process.env['GATE_FUZZ_RUNS'] ?? 100_000);
  const seed = Number(process.env['GATE_FUZZ_SEED'] ?? 20_260_101);

  test(`answers ${runs} requests as it says it does`, async () => {
    await using service = await new Service().start({ more: FUZZ_LIMITS, policy: FUZZ_POLICY });
    const began = performance.now();
    const { wrong, statuses, reached } = await fuzz(service, { runs, seed });
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`${runs} requests in ${seconds} s, seed ${seed}: ${JSON.stringify({ statuses, reached })}`);
    expect(wrong).toEqual([]);
    await holdsAfterwards(service);
  }, 3_600_000);
});
