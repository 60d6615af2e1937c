import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';

test('gate was killed while my command ran: the request says that its end is unknown, and nothing runs twice', async () => {
  using gate = new Gate('version: 1\npacks: [baseline]\n');
  const fifo = join(gate.home, 'fifo');
  execFileSync('mkfifo', [fifo]);
  // Runs until somebody opens the other end.
  const started = gate.start(['--json', '--', 'cat', fifo]);
  await started.says('"event":"started"');
  const requests = async () => JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout).requests;
  expect(await requests()).toMatchObject([{ state: 'started' }]);
  started.process.kill('SIGKILL');
  // The kernel takes its time to end a process.
  await expect.poll(requests, { timeout: 30_000 }).toMatchObject([{ state: 'unknown' }]);
  const [{ id }] = await requests();
  expect(await gate.agent(['--resume', id])).toMatchObject({ status: 76 });
  expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
  // The command is still there, and ends by itself.
  closeSync(openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK));
  await started.ended;
});
