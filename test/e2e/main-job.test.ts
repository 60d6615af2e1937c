import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { GATE, Gate } from '../kit/gate.ts';
import { typeAt } from '../kit/person.ts';
import { ALLOW, CONFIRM, holdTouch } from '../kit/policies.ts';

const QUIET = '--disable-warning=ExperimentalWarning';
const elsewhere = mkdtempSync(join(tmpdir(), 'gate-dist-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** `gate.js` with what the build puts beside it, where no node_modules is near. */
function copied(): string {
  for (const name of ['gate.js', 'parts']) {
    cpSync(join(dirname(GATE), name), join(elsewhere, 'dist', name), { recursive: true });
  }
  return join(elsewhere, 'dist', 'gate.js');
}

/** Any Node 22 on PATH: the oldest that gate.js runs on. */
function node22(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path))
    .map((path) => realpathSync(path))
    .find((path) => execFileSync(path, ['--version'], { encoding: 'utf8' }).startsWith('v22.'));
}

const bundle = join(dirname(GATE), 'gate.js');
const old = node22();
const ways: [string, readonly [string, ...string[]] | undefined][] = [
  ['the executable', [GATE]],
  ['gate.js on the Node of the tests', [process.execPath, QUIET, bundle]],
  ['gate.js copied elsewhere, without node_modules', [process.execPath, QUIET, copied()]],
  [
    'gate.js on Node 22, the oldest it supports (needs one on PATH)',
    old === undefined ? undefined : [old, QUIET, bundle],
  ],
];

describe.each(ways)('the main job with %s', (_, command) => {
  const here = test.skipIf(command === undefined);
  const gateWith = (policy?: string) => new Gate(policy, command);

  here('an allowed command runs with its own output and status, and is recorded', async () => {
    using gate = gateWith();
    const ran = await gate.agent(['--', 'echo', 'hello', '', 'two\nlines', 'ü']);
    expect(ran).toMatchObject({ status: 0, stdout: 'hello  two\nlines ü\n', stderr: '' });
    const listed = JSON.parse((await gate.agent(['list', '--all', '--json'])).stdout);
    expect(listed).toMatchObject({ schema_version: 1, requests: [{ state: 'finished', decision: 'allow' }] });
    expect(await gate.agent(['audit', 'verify'])).toMatchObject({ status: 0 });
  });

  here('an agent is held until the person at another terminal approves, then it runs', async () => {
    using gate = gateWith(holdTouch());
    const waiting = gate.start(['-m', 'need a file', '--', 'touch', 'made']);
    await waiting.says('waits as');
    const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
    const approved = await gate.person(['approve', requests[0].id]);
    expect(approved).toMatchObject({ status: 0 });
    expect(approved.screen).toContain('touch made');
    expect(approved.screen).toContain('need a file');
    expect(await waiting.ended).toMatchObject({ status: 0 });
    const shown = await gate.record(requests[0].id);
    expect(shown).toMatchObject({ state: 'finished', outcome: { kind: 'exited', code: 0 } });
    expect(shown['votes']).toHaveLength(1);
  });

  here('a person confirms their own command by typing the word', async () => {
    using gate = gateWith(CONFIRM);
    const session = gate.session(['--', 'rmdir', 'nothing-here']);
    await typeAt(session, 'to run it:', 'nothing-here');
    const seen = await session.ended;
    expect(seen.screen).toContain('rmdir: failed to remove');
    expect(seen.status).toBe(1);
  });

  here('it dies of the signal that killed the command, a real-time one too', async () => {
    using gate = gateWith(ALLOW);
    expect(await gate.agent(['--', 'sh', '-c', 'kill -TERM $$'])).toMatchObject({ signal: 'SIGTERM' });
    expect(await gate.agent(['--', 'sh', '-c', 'kill -USR1 $$'])).toMatchObject({ signal: 'SIGUSR1' });
    await gate.agent(['--events', 'events', '--', 'bash', '-c', 'kill -40 $$']);
    const last = JSON.parse((await gate.shell('tail -1 events')).stdout);
    expect(last).toMatchObject({ ran: true, reason: 'signaled', signal: 40 });
  });

  here('only descriptors 0, 1 and 2 reach the command, and its input from the start', async () => {
    using gate = gateWith(ALLOW);
    expect((await gate.agent(['--', 'ls', '/proc/self/fd'])).stdout).toBe('0\n1\n2\n3\n');
    expect(await gate.agent(['--', 'head', '-c3'], { stdin: 'abc' })).toMatchObject({ status: 0, stdout: 'abc' });
    expect(await gate.agent(['--', 'bash'], { stdin: 'echo code\n' })).toMatchObject({ status: 0, stdout: 'code\n' });
  });

  here('what cannot be executed is 126, what is not there 127', async () => {
    using gate = gateWith(ALLOW);
    expect(await gate.agent(['--', '/etc'])).toMatchObject({ status: 126 });
    expect(await gate.agent(['--', 'no-such-command'])).toMatchObject({ status: 127 });
  });
});
