import { expect, test } from 'vitest';
import { Gate } from '../kit/gate.ts';

test('gate was killed while my command ran: the request says that its end is unknown, and nothing runs twice', async () => {
  using gate = new Gate('version: 1\npacks: [baseline]\nrules: []\n');
  const started = gate.start(['--json', '--', 'sleep', '1']);
  await started.says('"event":"started"');
  const requests = async () => JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout).requests;
  expect(await requests()).toMatchObject([{ state: 'started' }]);
  started.process.kill('SIGKILL');
  await started.ended;
  const [request] = await requests();
  expect(request).toMatchObject({ state: 'unknown' });
  expect(await gate.agent(['--resume', request.id])).toMatchObject({ status: 76 });
  expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
});
