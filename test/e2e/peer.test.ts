import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { trustedService } from '../../src/broker/trusted-service.ts';
import { peers } from '../../src/server/identity/peer.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const probe = join(root, 'test', 'kit', 'peer-probe.ts');
const isRoot = process.getuid?.() === 0;
/** Accounts that every Debian has. */
const [DAEMON, BIN] = [1, 2];

const base = mkdtempSync(join(tmpdir(), 'gate-peer-'));
chmodSync(base, 0o755);
afterAll(() => rmSync(base, { recursive: true, force: true }));

const children: ChildProcess[] = [];
const closing: (() => void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await Promise.all(
    children.splice(0).map((child) => {
      if (child.exitCode !== null || child.signalCode !== null) return undefined;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      return ended;
    }),
  );
});

/** The probe as its lines, under a runtime and an account. */
function start(runtime: 'node' | 'bun', uid: number | undefined, ...args: string[]): AsyncIterator<string> {
  const program = join(root, 'node_modules', '.bin', runtime);
  const account = uid === undefined || !isRoot ? {} : { uid, gid: uid };
  const child = spawn(program, [probe, ...args], {
    ...account,
    // What a runtime keeps at home is none of this account's business.
    env: { PATH: '/usr/bin:/bin', HOME: '/nonexistent', USER: 'root', LOGNAME: 'root' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
}

async function next(lines: AsyncIterator<string>): Promise<unknown> {
  const { done, value } = await lines.next();
  return done ? 'ended' : JSON.parse(value);
}

let count = 0;
const fresh = () => join(base, `s${++count}`);

describe.each(['node', 'bun'] as const)('who connected, as the kernel says it to %s', (runtime) => {
  test('is the account of the process, whatever its environment says; HTTP on that socket keeps it', async () => {
    const path = fresh();
    const server = start(runtime, undefined, 'listen', path);
    expect(await next(server)).toBe('ready');
    chmodSync(path, 0o666);
    for (const uid of isRoot ? [DAEMON, BIN, 0] : [process.getuid?.() ?? -1]) {
      start('node', uid, 'connect', path);
      expect(await next(server)).toMatchObject({ uid });
      expect(await next(server)).toMatchObject({ http: { uid } });
    }
  });

  test.runIf(isRoot)('is nobody where the account has no number here (IPC-05)', async () => {
    const path = fresh();
    const server = start(runtime, undefined, 'listen', path);
    expect(await next(server)).toBe('ready');
    chmodSync(path, 0o666);
    start('node', 65_534, 'connect', path);
    expect(await next(server)).toEqual({ barred: 'the account that connected has no uid on this machine' });
  });

  test.runIf(isRoot)('a client sees who listens', async () => {
    mkdirSync(`${base}/of-${runtime}`);
    chownSync(`${base}/of-${runtime}`, DAEMON, DAEMON);
    const path = `${base}/of-${runtime}/s`;
    expect(await next(start('node', DAEMON, 'hold', path))).toBe('ready');
    expect(await next(start(runtime, 0, 'ask', path, 'daemon'))).toBe('trusted');
    // Its own socket, in a directory of root's, with another process behind it.
    const squatted = fresh();
    mkdirSync(`${base}/open-${runtime}`);
    chmodSync(`${base}/open-${runtime}`, 0o777);
    expect(await next(start('node', BIN, 'hold', `${base}/open-${runtime}/s`))).toBe('ready');
    chmodSync(`${base}/open-${runtime}`, 0o755);
    chownSync(`${base}/open-${runtime}/s`, 0, 0);
    symlinkSync(`${base}/open-${runtime}/s`, squatted);
    expect(await next(start(runtime, 0, 'ask', squatted, 'daemon'))).toMatch(/uid 2 listens there, not `daemon`/);
  });
});

describe('a socket that the kernel says nothing about', () => {
  test('is nobody: TCP, closed, or no socket at all', async () => {
    const { peerOf } = await peers();
    const barred = { barred: 'the kernel does not say who connected' };
    expect(peerOf({})).toEqual(barred);
    expect(peerOf({ _handle: null })).toEqual(barred);
    expect(peerOf({ _handle: { fd: -1 } })).toEqual(barred);
    const file = openSync(probe, 'r');
    expect(peerOf({ _handle: { fd: file } })).toEqual(barred);
    closeSync(file);
    expect(peerOf({ _handle: { fd: file } })).toEqual(barred);
    const server = createServer();
    const found = new Promise((resolve) =>
      server.once('connection', (socket) => resolve([peerOf(socket), socket.destroy()][0])),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { connect } = await import('node:net');
    const { port } = server.address() as { port: number };
    connect(port, '127.0.0.1').on('error', () => {});
    expect(await found).toEqual(barred);
    server.close();
  });
});

describe.runIf(isRoot)('the service’s socket, before anything is sent to it (IPC-04)', () => {
  const user = 'daemon';
  /** A directory with a socket of an account in it. */
  async function socketIn(directory: string, mode: number, owner = 0, socketOwner = DAEMON): Promise<string> {
    mkdirSync(directory, { recursive: true });
    const path = join(directory, 's');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    closing.push(() => server.close());
    chownSync(path, socketOwner, socketOwner);
    chownSync(directory, owner, owner);
    chmodSync(directory, mode);
    return path;
  }
  const refused = (path: string, why: RegExp) =>
    expect(trustedService(path, user)).rejects.toMatchObject({
      code: 'CHANNEL_UNAVAILABLE',
      message: expect.stringMatching(why),
    });

  test('is trusted where only root and its account can have put it', async () => {
    const own = await socketIn(join(base, 'own'), 0o750, DAEMON);
    expect(await trustedService(own, user)).toMatchObject({ path: own });
    const roots = await socketIn(join(base, 'roots'), 0o755, 0, 0);
    expect(await trustedService(roots, user)).toMatchObject({ path: roots });
  });

  test('is refused in a directory that others can write, sticky or not', async () => {
    for (const mode of [0o777, 0o1777, 0o775]) {
      await refused(await socketIn(join(base, `mode-${mode.toString(8)}`), mode), /others can write `.*mode-/);
    }
  });

  test('is refused in a stranger’s directory, and below one', async () => {
    await refused(await socketIn(join(base, 'strange'), 0o755, BIN), /strange` is uid 2’s/);
    const below = await socketIn(join(base, 'stranger', 'deep', 'own'), 0o755);
    chownSync(join(base, 'stranger'), BIN, BIN);
    await refused(below, /stranger` is uid 2’s/);
    const open = await socketIn(join(base, 'openly', 'own'), 0o755);
    chmodSync(join(base, 'openly'), 0o777);
    await refused(open, /others can write `.*openly/);
  });

  test('is refused when the socket itself is a stranger’s, or no socket', async () => {
    await refused(await socketIn(join(base, 'squatted'), 0o755, 0, BIN), /the socket is uid 2’s/);
    writeFileSync(join(base, 'file'), '');
    await refused(join(base, 'file'), /it is no socket/);
    await refused(base, /it is no socket/);
    await refused(join(base, 'absent', 's'), /the service is not there/);
    await refused(join(base, 'file', 's'), /is no directory/);
  });

  test('is looked at where it really lies', async () => {
    const real = await socketIn(join(base, 'real'), 0o755);
    symlinkSync('real', join(base, 'link'));
    expect(await trustedService(join(base, 'link', 's'), user)).toMatchObject({ path: real });
    symlinkSync(join('..', 'real', '.', 's'), join(base, 'real', 'up'));
    expect(await trustedService(join(base, 'real', 'up'), user)).toMatchObject({ path: real });
    symlinkSync(join(base, 'mode-777', 's'), join(base, 'away'));
    await refused(join(base, 'away'), /others can write/);
    const { lchownSync } = await import('node:fs');
    symlinkSync(real, join(base, 'theirs'));
    lchownSync(join(base, 'theirs'), BIN, BIN);
    await refused(join(base, 'theirs'), /the link .* is uid 2’s/);
    symlinkSync('loop', join(base, 'loop'));
    await refused(join(base, 'loop'), /too many links/);
  });

  test('is refused when the account does not exist, or is a number', async () => {
    const own = await socketIn(join(base, 'nobodys'), 0o755);
    for (const name of ['no-such-account', '1', '']) {
      await expect(trustedService(own, name)).rejects.toThrow('there is no account');
    }
  });
});
