import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE } from '../kit/gate.ts';
import { atTerminal, rubbedOut, sayYes, typeAt } from '../kit/person.ts';

/**
 * Host mode with real accounts: an agent asks, people of other accounts answer, the service runs the command under an account of its own.
 * `/etc` is an overlay that only these processes see. Needs root, or a kernel that lets users have namespaces with all ids.
 */
const SETUP = fileURLToPath(new URL('../kit/host-setup.sh', import.meta.url));
const possible =
  process.getuid?.() === 0 &&
  spawnSync('/usr/bin/unshare', ['-m', '/bin/true']).status === 0 &&
  spawnSync('setpriv', ['--version']).status === 0;

const ANN = 61_001;
const BOB = 61_002;
const AGENT = 61_003;

describe.skipIf(!possible)('host mode (needs root and a mount namespace)', () => {
  let home: string;
  let service: ReturnType<typeof spawn>;
  let said = '';

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'gate-host-'));
    chmodSync(home, 0o755);
    mkdirSync(join(home, 'work'));
    chmodSync(join(home, 'work'), 0o777);
    service = spawn('/usr/bin/unshare', ['-m', '/bin/bash', SETUP, home, GATE], { stdio: ['pipe', 'pipe', 'pipe'] });
    for (const stream of [service.stdout, service.stderr]) stream?.on('data', (data) => (said += data));
    await until(() => said.includes('listens at'));
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => service.once('close', resolve));
    service.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  });

  /** Inside the namespace of the service, as an account. */
  const as = (uid: number, argv: readonly string[], more: readonly string[] = []) => [
    '/usr/bin/nsenter',
    `--mount=/proc/${service.pid}/ns/mnt`,
    ...[
      '/usr/bin/setpriv',
      `--reuid=${uid}`,
      `--regid=${uid}`,
      '--clear-groups',
      '/usr/bin/env',
      '-i',
      '-C',
      join(home, 'work'),
    ],
    ...['HOME=/nonexistent', 'PATH=/usr/bin:/bin', 'TERM=xterm', 'NO_COLOR=1', ...more, ...argv],
  ];
  const run = (uid: number, argv: readonly string[], input = '') => {
    const [program = '', ...args] = as(uid, [GATE, ...argv]);
    const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const start = (uid: number, argv: readonly string[]) => {
    const [program = '', ...args] = as(uid, [GATE, ...argv]);
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const out = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (data) => (out[name] += data));
    const ended = new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) =>
      child.on('close', (status) => resolve({ status, ...out })),
    );
    return { out, ended };
  };
  const person = (uid: number, argv: readonly string[]) =>
    atTerminal(as(uid, [GATE, ...argv]), { cols: 140, rows: 400 });

  test('a command that policy allows runs under the account of runs, with its own streams and status', () => {
    expect(run(AGENT, ['--', 'sh', '-c', 'id -un; cat; echo err >&2; exit 7'], 'in\n')).toEqual({
      status: 7,
      stdout: 'gaterun\nin\n',
      stderr: 'err\n',
    });
  });

  test('an agent asks, another account approves, and the command runs', async () => {
    const held = start(AGENT, ['-m', 'clean up', '--', 'rm', '-f', join(home, 'work', 'x')]);
    await until(() => held.out.stderr.includes('then resume with'));
    expect(held.out.stderr).toMatch(/^gate: waits as /);
    const id = /waits as (\w+)/.exec(held.out.stderr)?.[1] ?? '';
    expect(run(BOB, ['list']).stdout).toContain(id);
    const approval = person(ANN, ['approve', id]);
    await sayYes(approval);
    const { screen } = await approval.ended;
    expect(rubbedOut(screen)).toContain('approved by person:ann');
    expect(screen).toContain('a service does not look yet');
    expect(await held.ended).toMatchObject({ status: 0 });
    const record = JSON.parse(run(BOB, ['show', id, '--json']).stdout);
    expect(record).toMatchObject({ state: 'finished', principal: 'agent:deploy@ann' });
  });

  test('a no reaches the agent, with its reason', async () => {
    const held = start(AGENT, ['--', 'rm', '-f', join(home, 'work', 'y')]);
    await until(() => held.out.stderr.includes('then resume with'));
    const id = /waits as (\w+)/.exec(held.out.stderr)?.[1] ?? '';
    expect((await person(BOB, ['deny', id, '-m', 'not today']).ended).status).toBe(0);
    const { status, stderr } = await held.ended;
    expect(status).toBe(77);
    expect(stderr).toContain('denied by person:bob: not today');
  });

  test('a command that runs is stopped by its owner, and by nobody who has no part in it', async () => {
    const running = start(AGENT, ['--', 'sleep', '300']);
    const open = () =>
      JSON.parse(run(BOB, ['list', '--json']).stdout).requests.find(
        ({ state, argv }: { state: string; argv: string[] }) => state === 'started' && argv[1] === '300',
      );
    await until(() => open() !== undefined);
    const { id } = open();
    expect(run(BOB, ['stop', id]).status).not.toBe(0);
    expect(open()).toBeDefined();
    expect(run(ANN, ['stop', id, '-m', 'enough'])).toMatchObject({ status: 0 });
    expect((await running.ended).status).not.toBe(0);
    const record = JSON.parse(run(BOB, ['show', id, '--json']).stdout);
    expect(record.events.find(({ type }: { type: string }) => type === 'stop.asked')?.payload).toEqual({
      by: 'person:ann',
      text: 'enough',
    });
    expect(record).toMatchObject({ state: 'finished', outcome: { signal: 15 } });
  });

  test('of two waiters of one request one runs it, and the other is told', async () => {
    const ask = () => start(AGENT, ['--', 'rm', '-f', join(home, 'work', 'both')]);
    const first = ask();
    await until(() => first.out.stderr.includes('then resume with'));
    const second = ask();
    await until(() => second.out.stderr.includes('then resume with'));
    const id = /waits as (\w+)/.exec(first.out.stderr)?.[1] ?? '';
    expect(second.out.stderr).toContain(`waits again as ${id}`);
    const approval = person(BOB, ['approve', id]);
    await sayYes(approval);
    await approval.ended;
    const ends = await Promise.all([first.ended, second.ended]);
    expect(ends.map(({ status }) => status).sort()).toEqual([0, 76]);
    expect(JSON.parse(run(BOB, ['show', id, '--json']).stdout)).toMatchObject({ state: 'finished' });
  });

  test('a person at a terminal confirms, and the command has a terminal of its own', async () => {
    const session = person(ANN, [
      '--',
      'sh',
      '-c',
      `touch ${join(home, 'work', 'w')} && test -t 0 && test -t 1 && stty size`,
    ]);
    await session.sees(/type (\S+) to run it: /);
    const [, word = ''] = /type (\S+) to run it: /.exec(session.screen()) ?? [];
    await typeAt(session, 'to run it: ', word);
    const { status, screen } = await session.ended;
    expect(rubbedOut(screen)).toContain('400 140');
    expect(status).toBe(0);
  });

  test('the agent cannot approve, see the store, or choose another broker', async () => {
    const id = run(AGENT, ['--no-wait', '--', 'rm', '-f', join(home, 'work', 'z')]).stdout.trim();
    expect((await person(AGENT, ['approve', id]).ended).status).toBe(77);
    const [program = '', ...args] = as(AGENT, ['/bin/ls', join(home, 'state')]);
    expect(spawnSync(program, args).status).not.toBe(0);
    const elsewhere = as(
      AGENT,
      [GATE, '--no-wait', '--', 'rm', '-f', join(home, 'work', 'z')],
      ['GATE_HOME=/tmp/elsewhere'],
    );
    const refused = spawnSync(elsewhere[0]!, elsewhere.slice(1), { encoding: 'utf8' });
    expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 78, stdout: '' });
    expect(refused.stderr).toContain('GATE_HOME');
  });

  test('doctor names the mode, and whether the service is there', () => {
    const { stdout } = run(AGENT, ['doctor', '--json']);
    const { mode, holds, findings } = JSON.parse(stdout);
    expect(mode).toBe('host');
    expect(holds.join()).toContain('account of their own');
    expect(findings.filter(({ check }: { check: string }) => check === 'service')).toEqual([]);
  });

  test('its log has a line for every call and run, and nothing of what was asked', async () => {
    const secret = 'planted-hunter2';
    const [program = '', ...args] = as(AGENT, [GATE, '-m', secret, '--', 'echo', secret], [`TOKEN=${secret}`]);
    expect(spawnSync(program, args, { input: secret }).status).toBe(0);
    await until(() => /"event":"run.ended"[^\n]*"code":0/.test(said));
    expect(said).toMatch(/"event":"run.began"[^\n]*"principal":"agent:deploy@ann","account":"gaterun"/);
    expect(said).toMatch(/"event":"call","method":"POST","route":"\/v1\/requests","status":201/);
    expect(said).not.toContain(secret);
    expect(said).not.toContain('echo');
  });

  test('the environment is built from nothing, with a home that is gone afterwards', () => {
    const { stdout } = run(AGENT, ['--', 'env']);
    expect(stdout).toMatch(/^USER=gaterun$/m);
    expect(stdout).not.toContain('/nonexistent');
    const [, where = ''] = /^HOME=(.*)$/m.exec(stdout) ?? [];
    expect(where).toContain('/runs/');
    expect(spawnSync('/usr/bin/test', ['-e', where]).status).toBe(1);
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 900; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come about');
}
