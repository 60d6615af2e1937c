import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atTerminal } from '../../kit/person.ts';
import { account, BUN, Host } from './hosted.ts';
import { ownSeconds, withWords } from './processes.ts';

const CLIENT = fileURLToPath(new URL('client.ts', import.meta.url));
const shell = (script: string) => ['/bin/sh', '-c', script];

describe.each(['bun', 'node'] as const)('the client of a run, under %s', (runtime) => {
  let host: Host;
  const directory = mkdtempSync(join(tmpdir(), 'gate-client-'));
  beforeAll(async () => {
    host = new Host('bun');
    await host.says(({ listening }) => listening === true);
  });
  afterAll(async () => {
    await host[Symbol.asyncDispose]();
    rmSync(directory, { recursive: true, force: true });
  });
  const command = (argv: readonly string[]) => [
    runtime === 'bun' ? BUN : process.execPath,
    CLIENT,
    host.socket,
    ...argv,
  ];
  const env = { PATH: process.env['PATH'] ?? '', RUN_UID: String(account.uid) };

  /** Starts it with pipes. */
  function start(argv: readonly string[], stdin: 'pipe' | number = 'pipe') {
    const [file = '', ...rest] = command(argv);
    const child = spawn(file, rest, { env, stdio: [stdin, 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout?.on('data', (data) => out.push(data));
    child.stderr?.on('data', (data) => said.push(data));
    child.stdin?.on('error', () => {});
    const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
      child.on('close', (code, signal) => resolve({ code, signal })),
    );
    return { child, ended, stdout: () => Buffer.concat(out), stderr: () => Buffer.concat(said).toString() };
  }

  test('bytes pass both ways exactly, and its status is that of the command', async () => {
    const bytes = randomBytes(3 * 1024 * 1024);
    const run = start(shell('cat; echo done >&2; exit 42'));
    run.child.stdin?.end(bytes);
    expect(await run.ended).toEqual({ code: 42, signal: null });
    expect(run.stdout().equals(bytes)).toBe(true);
    expect(run.stderr()).toBe('done\n');
  });

  test.each([
    ['15', 'SIGTERM'],
    ['9', 'SIGKILL'],
    ['11', 'SIGSEGV'],
  ])('it dies of the signal that the command died of: %s', async (number, signal) => {
    expect(await start(shell(`kill -${number} $$`)).ended).toEqual({ code: null, signal });
  });

  test('what cannot be executed ends as it does without a service', async () => {
    expect(await start(['/nowhere']).ended).toEqual({ code: 127, signal: null });
    expect(await start(['/etc/passwd']).ended).toEqual({ code: 126, signal: null });
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR1'] as const)(
    '%s is the business of the command',
    async (signal) => {
      const name = signal.slice(3);
      const run = start(shell(`trap 'echo got ${name}; exit 8' ${name}; echo up; while :; do sleep 0.02; done`));
      await expect.poll(() => run.stdout().toString()).toContain('up');
      run.child.kill(signal);
      expect(await run.ended).toEqual({ code: 8, signal: null });
      expect(run.stdout().toString()).toBe(`up\ngot ${name}\n`);
    },
  );

  test('when nobody reads its output the command ends as in a pipeline', async () => {
    const run = start(['/usr/bin/yes']);
    await expect.poll(() => run.stdout().length).toBeGreaterThan(1000);
    run.child.stdout?.destroy();
    // Node cannot die of it: it ignores the signal.
    expect(await run.ended).toEqual(
      runtime === 'bun' ? { code: null, signal: 'SIGPIPE' } : { code: 141, signal: null },
    );
  });

  test('no more is taken from stdin than was asked for', async () => {
    const path = join(directory, 'input');
    writeFileSync(path, randomBytes(1024 * 1024));
    const stdin = openSync(path, 'r');
    expect(await start(['/bin/sleep', '0.2'], stdin).ended).toEqual({ code: 0, signal: null });
    // What a shell would read next from the same open file: at most the one pipe was filled.
    const position = Number(/pos:\s*(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${stdin}`, 'utf8'))?.[1]);
    closeSync(stdin);
    expect(position).toBeLessThanOrEqual(2 * 64 * 1024);
  });

  test('a reader that is slow holds up the command, not the memory', async () => {
    const run = start(['/usr/bin/head', '-c', '30000000', '/dev/zero']);
    run.child.stdout?.pause();
    await expect.poll(() => host.said.length).toBeGreaterThan(0);
    run.child.stdout?.resume();
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(run.stdout().length).toBe(30_000_000);
  });

  test('killed, it takes the command with it', async () => {
    const seconds = ownSeconds();
    const run = start(shell(`echo up; sleep ${seconds}`));
    await expect.poll(() => run.stdout().toString()).toBe('up\n');
    run.child.kill('SIGKILL');
    await run.ended;
    await expect.poll(() => withWords(seconds), { timeout: 10_000 }).toEqual([]);
  });

  test('a service that goes away is said, and is no success', async () => {
    await using doomed = new Host('bun');
    await doomed.says(({ listening }) => listening === true);
    const [file = '', script = '', , ...rest] = command(shell('echo up; sleep 600'));
    const child = spawn(file, [script, doomed.socket, ...rest], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.stdout.on('data', () => doomed.process.kill('SIGKILL'));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, said }).toEqual({ code: 69, said: expect.stringContaining('does not say how the command ended') });
  });

  test('at a terminal: its size, its keys, its end, and the terminal as it was before', async () => {
    const script =
      "stty size; trap 'stty size' WINCH; trap 'echo int; exit 3' INT; echo up; while :; do sleep 0.02; done";
    const quoted = command(shell(script)).map((word) => `'${word.replaceAll("'", "'\\''")}'`);
    const session = atTerminal(['/bin/bash', '-c', `stty -g; ${quoted.join(' ')}; echo "status $?"; stty -g`], {
      env,
      cols: 70,
      rows: 20,
    });
    await session.sees('up');
    expect(session.screen()).toContain('20 70');
    session.resize(111, 33);
    await session.sees('33 111');
    session.type('\x03');
    const { screen } = await session.ended;
    expect(screen).toMatch(/int\r\nstatus 3\r\n/);
    const settings = screen.match(/^[0-9a-f]+(:[0-9a-f]+){20,}/gm) ?? [];
    expect(settings).toHaveLength(2);
    expect(settings[0]).toBe(settings[1]);
  });

  test('at a terminal with its output elsewhere, keys and prompts are at the terminal', async () => {
    const path = join(directory, 'data');
    const quoted = command(shell('echo ask >&2; read word; echo "data $word"')).map((word) => `'${word}'`);
    const session = atTerminal(['/bin/bash', '-c', `${quoted.join(' ')} > ${path}; echo over`], { env });
    await session.sees('ask');
    session.type('typed\r');
    await session.sees('over');
    await session.ended;
    expect(readFileSync(path, 'utf8')).toBe('data typed\n');
  });
});
