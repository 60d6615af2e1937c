import { describe, expect, test } from 'vitest';
import { countsIn, faultsIn, killedService } from '../faults/killed-service.ts';
import { possible } from '../kit/host.ts';

describe.skipIf(!possible)('kill -9 of the service under load (needs root and a mount namespace)', () => {
  test('at 100 points: no command without a durable grant, no lost vote, and everybody is told what is so', async () => {
    const outcome = await killedService(100, 6);
    console.log(JSON.stringify(countsIn(outcome)));
    expect(faultsIn(outcome)).toEqual([]);
    expect(outcome.kills).toBe(100);
    // It was killed while commands ran, too.
    expect([...outcome.stories.values()].flat().filter(({ type }) => type === 'run.lost').length).toBeGreaterThan(10);
  });
});
