import { describe, expect, test } from 'vitest';
import { possible } from '../kit/host.ts';
import { faultsIn, killedService } from './killed-service.ts';

/** `npm run test:long` kills it a hundred times (test/long/service-kill.test.ts). */
describe.skipIf(!possible)('kill -9 of the service under load (needs root and a mount namespace)', () => {
  test('no command without a durable grant, no lost vote, and everybody is told what is so', async () => {
    const outcome = await killedService(5, 20_260_601);
    expect(faultsIn(outcome)).toEqual([]);
    expect(outcome.kills).toBe(5);
    // It was at work.
    const types = [...outcome.stories.values()].flat().map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['vote.cast', 'run.started', 'run.finished']));
  });
});
