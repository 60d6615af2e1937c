import { expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';

test('a hundred commands at once on a log that does not exist yet: all run, none meets a lock, and the log is sound', async () => {
  using gate = new Gate();
  const ran = await Promise.all(Array.from({ length: 100 }, () => gate.agent(['--', 'true'])));
  expect(ran.filter(({ status, stderr }) => status !== 0 || stderr !== '')).toEqual([]);
  const { requests } = JSON.parse((await gate.agent(['list', '--all', '--limit', '200', '--json'])).stdout);
  expect(requests).toHaveLength(100);
  expect(requests.filter(({ state }: { state: string }) => state !== 'finished')).toEqual([]);
  expect(await gate.agent(['audit', 'verify'])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('0 requests not ended'),
  });
});
