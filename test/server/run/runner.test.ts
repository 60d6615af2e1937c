import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE } from '../../kit/gate.ts';
import { account, Host } from './hosted.ts';
import { childrenOf, isAlive, memoryOf, ownSeconds, withWords } from './processes.ts';

const shell = (script: string) => ['/bin/sh', '-c', script];
const exited = (code: number) => ({ kind: 'exit', exit: { kind: 'exited', code, milliseconds: expect.any(Number) } });
const signaled = (signal: number) => ({
  kind: 'exit',
  exit: { kind: 'signaled', signal, milliseconds: expect.any(Number) },
});

describe.each(['bun', 'node'] as const)('a command of the service, under %s', (runtime) => {
  let host: Host;
  beforeAll(() => {
    host = new Host(runtime);
  });
  afterAll(async () => {
    expect(host.said.filter(({ unhandled }) => unhandled !== undefined)).toEqual([]);
    await host[Symbol.asyncDispose]();
  });

  test('its output, its errors and its status arrive as they are', async () => {
    const client = await host.run(shell('echo out; echo err >&2; exit 7'));
    expect(await client.end()).toEqual(exited(7));
    expect(client.text()).toBe('out\n');
    expect(client.text('stderr')).toBe('err\n');
    expect(client.frames[0]).toEqual({ kind: 'started' });
    expect(await client.recorded()).toMatchObject({ kind: 'exited', code: 7 });
  });

  test.each([0, 1, 126, 127, 255])('status %i', async (code) => {
    expect(await (await host.run(shell(`exit ${code}`))).end()).toEqual(exited(code));
  });

  test.each([1, 2, 6, 9, 11, 13, 15, 10, 34, 40, 64])(
    'PROC-01: death by signal %i is told by its number',
    async (signal) => {
      expect(await (await host.run(shell(`kill -${signal} $$`))).end()).toEqual(signaled(signal));
    },
  );

  test('what does not exist, is no program or may not be entered is told by its errno', async () => {
    for (const [file, more, errno] of [
      ['/nowhere/at-all', {}, 'ENOENT'],
      ['/etc/passwd', {}, 'EACCES'],
      ['/bin/true', { cwd: '/nowhere' }, 'ENOENT'],
    ] as const) {
      const client = await host.run([file], more);
      expect(await client.end()).toMatchObject({ kind: 'exit', exit: { kind: 'failed', errno } });
      expect(client.frames.some(({ kind }) => kind === 'started')).toBe(false);
    }
  });

  test('its name is the one that it was called by, whatever the file is', async () => {
    const client = await host.run(['-other name', '-c', 'echo "$0"'], { file: '/bin/sh' });
    await client.end();
    expect(client.text()).toBe('-other name\n');
  });

  test('its environment is what it was given and nothing else', async () => {
    const client = await host.run(['/usr/bin/env', '-0'], { environment: { B: 'two\nlines', EMPTY: '', Ü: 'ü' } });
    await client.end();
    expect(client.text().split('\0').toSorted()).toEqual(['', 'B=two\nlines', 'EMPTY=', 'Ü=ü']);
  });

  test('many megabytes pass both ways and not a byte is different', async () => {
    const bytes = randomBytes(10 * 1024 * 1024);
    const client = await host.run(['/bin/cat']);
    await client.input(bytes);
    expect(await client.end()).toEqual(exited(0));
    expect(client.output().equals(bytes)).toBe(true);
  });

  test('the end of the input arrives, and output goes on after it', async () => {
    const client = await host.run(shell('wc -c; sleep 0.1; echo later'));
    await client.input(Buffer.from('abc'));
    expect(await client.end()).toEqual(exited(0));
    expect(client.text()).toBe('3\nlater\n');
  });

  test('input that the command does not read holds up no signal', async () => {
    const client = await host.run(['/bin/sleep', '600']);
    const input = client.input(randomBytes(1024 * 1024)).catch(() => {});
    await client.until(() => client.frames.some(({ kind }) => kind === 'want'));
    await sleep(100);
    client.send({ kind: 'signal', number: 15 });
    expect(await client.end()).toEqual(signaled(15));
    await input;
  });

  test('a signal reaches all of the group once, and what handles it decides', async () => {
    const client = await host.run(
      shell("trap 'echo got' USR1; trap 'exit 5' TERM; echo up; while :; do sleep 0.02; done"),
    );
    await client.sees('up');
    client.send({ kind: 'signal', number: 10 });
    await client.sees('got');
    client.send({ kind: 'signal', number: 15 });
    expect(await client.end()).toEqual(exited(5));
    expect(client.text()).toBe('up\ngot\n');
  });

  test('when nobody reads the output any more, the command is told as by a pipe', async () => {
    const client = (await host.run(['/usr/bin/yes'])).discard();
    await client.until(() => client.bytes > 100_000);
    client.send({ kind: 'unread', stream: 1 });
    expect(await client.end()).toEqual(signaled(13));
  });

  test('more input than was asked for ends it', async () => {
    const seconds = ownSeconds();
    const client = await host.run(['/bin/sleep', seconds]);
    await client.until(() => client.frames.some(({ kind }) => kind === 'want'));
    for (let i = 0; i < 3; i++) client.send({ kind: 'stdin', bytes: Buffer.alloc(65536) });
    expect(await client.end()).toEqual({ kind: 'error', message: 'more of stdin than was asked for' });
    await expect.poll(() => withWords(seconds)).toEqual([]);
  });

  test('what is no frame ends it', async () => {
    const seconds = ownSeconds();
    const client = await host.run(['/bin/sleep', seconds]);
    await client.until(() => client.frames.some(({ kind }) => kind === 'started'));
    client.connection.write('GET / HTTP/1.1\r\n\r\n');
    expect(await client.end()).toMatchObject({ kind: 'error' });
    expect(await client.recorded()).toMatchObject({ kind: 'signaled', signal: 1 });
    expect(withWords(seconds)).toEqual([]);
  });

  test('PROC-11: what holds the output open after the end does not hold up the end, and all output is there', async () => {
    const seconds = ownSeconds();
    const client = await host.run(shell(`sleep ${seconds} & head -c 200000 /dev/zero; exit 3`));
    expect(await client.end()).toEqual(exited(3));
    expect(client.output().length).toBe(200_000);
    expect(withWords(seconds)).toEqual([]);
  });

  test('a hundred megabytes to a slow reader: the command waits, and the service stays small', async () => {
    const client = (await host.run(['/usr/bin/head', '-c', String(100 * 1024 * 1024), '/dev/zero'])).discard();
    await client.until(() => client.bytes > 0);
    client.connection.pause();
    await sleep(1000);
    const { rss: before = 0 } = await host.says(({ listening }) => listening === true);
    const during = memoryOf(host.process.pid);
    // Far from all of it is anywhere.
    expect(during - before).toBeLessThan(60 * 1024 * 1024);
    for (let pause = 0; pause < 20; pause++) {
      client.connection.resume();
      await sleep(10);
      client.connection.pause();
      await sleep(10);
    }
    client.connection.resume();
    expect(await client.end()).toEqual(exited(0));
    expect(client.bytes).toBe(100 * 1024 * 1024);
    expect(memoryOf(host.process.pid) - before).toBeLessThan(60 * 1024 * 1024);
  });

  test('when the client goes away the command gets HUP, and may end in its own way', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'gate-hup-'));
    chmodSync(directory, 0o777);
    const client = await host.run(
      shell(`trap 'echo hup > ${directory}/said; exit 4' HUP; echo up; while :; do sleep 0.02; done`),
    );
    await client.sees('up');
    client.connection.destroy();
    expect(await client.recorded()).toMatchObject({ kind: 'exited', code: 4 });
    rmSync(directory, { recursive: true });
  });

  test('CRED-05: a command that hears nothing is killed when the client is gone', async () => {
    const seconds = ownSeconds();
    const client = await host.run(
      shell(`trap '' HUP TERM PIPE; sleep ${seconds} & echo up; while :; do sleep 0.02; done`),
    );
    await client.sees('up');
    client.connection.destroy();
    expect(await client.recorded()).toMatchObject({ kind: 'signaled', signal: 9 });
    expect(withWords(seconds)).toEqual([]);
  });

  test('a stdin that was read before approval is what the command reads', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'gate-spool-'));
    const path = join(directory, 'spooled');
    writeFileSync(path, randomBytes(300_000));
    const client = await host.run(shell('wc -c; cat'), { spool: path } as object);
    expect(await client.end()).toEqual(exited(0));
    expect(client.text()).toBe('300000\n');
    rmSync(directory, { recursive: true });
  });
});

describe.each(['bun', 'node'] as const)('a command at a terminal, under %s', (runtime) => {
  let host: Host;
  beforeAll(() => {
    host = new Host(runtime);
  });
  afterAll(() => host[Symbol.asyncDispose]());
  const terminal = { cols: 91, rows: 23, streams: [0, 1, 2] as const };

  test('it has one of its own, of the size of the client, and hears of a new size', async () => {
    const client = await host.run(
      shell(
        "trap 'stty size' WINCH; test -t 0 && test -t 1 && test -t 2 && stty size </dev/tty; while :; do sleep 0.02; done",
      ),
      { terminal },
    );
    await client.sees('23 91\r\n');
    client.send({ kind: 'resize', cols: 120, rows: 50 });
    await client.sees('50 120\r\n');
    client.send({ kind: 'stdin', bytes: Buffer.from('\x03') });
    expect(await client.end()).toEqual(signaled(2));
  });

  test('Ctrl-C is a key, and reaches what is in the foreground once', async () => {
    const client = await host.run(shell("trap 'echo int' INT; echo up; while :; do sleep 0.02; done"), { terminal });
    await client.sees('up');
    client.send({ kind: 'stdin', bytes: Buffer.from('\x03') });
    await client.sees('int');
    client.send({ kind: 'stdin', bytes: Buffer.from('\x1c') });
    // The shell may have dumped core as far as `wait` is concerned; it is the signal that counts.
    expect(await client.end()).toEqual(signaled(3));
    expect(client.text().match(/int\r/g)).toHaveLength(1);
  });

  test('every byte passes once the command has made the terminal raw', async () => {
    const all = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
    const client = await host.run(
      shell('stty raw -echo; echo ready; head -c 256 | od -An -v -tx1 | tr -d " \\r\\n"; echo .'),
      {
        terminal,
      },
    );
    await client.sees('ready');
    await client.input(all, false);
    expect(await client.end()).toEqual(exited(0));
    expect(client.text()).toContain(`${all.toString('hex')}.`);
  });

  test('a key that ends the input ends it', async () => {
    const client = await host.run(shell('cat; echo over'), { terminal });
    await client.input(Buffer.from('line\r'));
    expect(await client.end()).toEqual(exited(0));
    expect(client.text()).toBe('line\r\nline\r\nover\r\n');
  });

  test('what is not at the terminal of the client is not at this one', async () => {
    const client = await host.run(shell('test -t 0 && test -t 2 && ! test -t 1 && echo data && echo seen >&2'), {
      terminal: { ...terminal, streams: [0, 2] },
    });
    expect(await client.end()).toEqual(exited(0));
    expect(client.text()).toBe('data\n');
    expect(client.text('stderr')).toBe('seen\r\n');
  });

  test('much output arrives whole', async () => {
    const client = await host.run(shell('stty raw; head -c 3000000 /dev/zero; echo end'), { terminal });
    expect(await client.end()).toEqual(exited(0));
    expect(client.output().length).toBe(3_000_004);
  });

  test('when the client goes away it hangs up', async () => {
    const client = await host.run(shell('echo up; exec sleep 600'), { terminal });
    await client.sees('up');
    client.connection.destroy();
    expect(await client.recorded()).toMatchObject({ kind: 'signaled', signal: 1 });
  });
});

describe.each(['bun', 'node'] as const)('a service that ends, under %s', (runtime) => {
  test('killed at once, it leaves no command, nor what waits for one', async () => {
    const seconds = ownSeconds();
    await using host = new Host(runtime, { spare: 2 });
    const client = await host.run(shell(`echo up; exec sleep ${seconds}`));
    await client.sees('up');
    expect(withWords(seconds)).toHaveLength(1);
    await expect.poll(() => childrenOf(host.process.pid).length).toBeGreaterThan(2);
    const children = childrenOf(host.process.pid);
    host.process.kill('SIGKILL');
    await expect.poll(() => withWords(seconds)).toEqual([]);
    await expect.poll(() => children.filter(isAlive)).toEqual([]);
  });

  test('stopped, it ends its commands by TERM and records how they ended', async () => {
    await using host = new Host(runtime);
    const client = await host.run(shell("trap 'exit 6' TERM; echo up; while :; do sleep 0.02; done"));
    await client.sees('up');
    host.process.kill('SIGTERM');
    expect(await client.end()).toEqual(exited(6));
    await host.says(({ closed }) => closed === true);
    expect(childrenOf(host.process.pid)).toEqual([]);
  });

  test('without a namespace the command and its group end all the same', async () => {
    const seconds = ownSeconds();
    await using host = new Host(runtime, { nest: false });
    expect(await host.says(({ listening }) => listening === true)).toMatchObject({ holds: 'group' });
    const client = await host.run(shell(`sleep ${seconds} & exit 3`));
    expect(await client.end()).toEqual(exited(3));
    expect(withWords(seconds)).toEqual([]);
    const other = await host.run(shell(`echo up; exec sleep ${seconds}`));
    await other.sees('up');
    host.process.kill('SIGKILL');
    await expect.poll(() => withWords(seconds)).toEqual([]);
  });
});

test('the executable is its own starter, and by hand it does nothing', async () => {
  await using host = new Host('bun', { starter: [GATE, 'serve', '--starter'] });
  const client = await host.run(shell('exit 9'));
  expect(await client.end()).toEqual(exited(9));
  const { status, stdout, stderr } = spawnSync(GATE, ['serve', '--starter'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(status).not.toBe(0);
  expect({ stdout, stderr }).toEqual({ stdout: '', stderr: expect.stringMatching(/^gate: .*\n/) });
});

test('nobody asks for root', async () => {
  await using host = new Host('bun');
  const client = await host.run(['/bin/true'], { runAs: { ...account, uid: 0 } });
  expect(await client.end()).toEqual({ kind: 'error', message: 'a command is not run as root' });
});
