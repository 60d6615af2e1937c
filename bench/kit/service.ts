import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Wire, wireOn } from '../../src/broker/wire.ts';
import { ROOT } from './context.ts';

/** A service of host mode in a mount namespace with an `/etc` of its own, and its callers under their accounts. */

export const ANN = 61_001;
export const AGENT = 61_003;

const SETUP = fileURLToPath(new URL('../../test/kit/host-setup.sh', import.meta.url));

/** Why it cannot be started here; undefined where it can. */
export function notHere(): string | undefined {
  if (process.getuid?.() !== 0) return 'needs root: it starts a service, and calls it from several accounts';
  const unshared = spawnSync('/usr/bin/unshare', ['-m', '/bin/true']).status === 0;
  return unshared ? undefined : 'needs a mount namespace, which this machine does not give';
}

export class HostService implements AsyncDisposable {
  readonly home = mkdtempSync(join(tmpdir(), 'gate-bench-'));
  readonly socket = join(this.home, 'run', 'gate.sock');
  readonly state = join(this.home, 'state');
  readonly work = join(this.home, 'work');
  #process: ChildProcess | undefined;

  /** @param policy of the service, in place of the one that the set-up writes */
  async start(policy: string): Promise<this> {
    chmodSync(this.home, 0o755);
    mkdirSync(this.work);
    chmodSync(this.work, 0o777);
    const options = { stdio: ['ignore', 'ignore', 'pipe'] as const, env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } };
    const started = spawn('/usr/bin/unshare', ['-m', '/bin/bash', SETUP, this.home, `${ROOT}dist/gate`], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process = started;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      started.stderr.on('data', (data: Buffer) => {
        said += data.toString();
        if (said.includes('listens at')) resolve();
      });
      started.once('close', () => reject(new Error(`the service did not start: ${said}`)));
    });
    writeFileSync(join(this.state, 'policies', 'host.yaml'), policy, { mode: 0o600 });
    return this;
  }

  get pid(): number {
    return this.#process?.pid ?? -1;
  }

  /** MiB that the service holds in memory now, of its own and shared. */
  memory(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'latin1');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
  }

  /** Milliseconds of a processor that it has used. */
  cpu(): number {
    const stat = readFileSync(`/proc/${this.pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  /** What puts a process where the service is, under an account. */
  inside(uid: number): readonly string[] {
    return ['/usr/bin/nsenter', `--mount=/proc/${this.pid}/ns/mnt`, ...under(uid)];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const started = this.#process;
    if (started !== undefined && started.exitCode === null) {
      const ended = new Promise((resolve) => started.once('close', resolve));
      started.kill('SIGTERM');
      await ended;
    }
    rmSync(this.home, { recursive: true, force: true });
  }
}

export function under(uid: number): readonly string[] {
  return ['/usr/bin/setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'];
}

/** A connection of an account: the kernel notes who connects at that moment. Needs root. */
export async function connectAs(uid: number, path: string): Promise<Wire> {
  let socket: Socket;
  process.seteuid?.(uid);
  try {
    socket = connect(path);
  } finally {
    process.seteuid?.(0);
  }
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return wireOn(socket);
}

const CLAIMS = JSON.stringify({ tty: true });

/** One call on a kept connection; the answer, parsed. @throws when it is no 2xx */
// biome-ignore lint/suspicious/noExplicitAny: whatever the service says
export async function callOn(wire: Wire, method: string, path: string, body?: object): Promise<any> {
  const headers = { host: 'gate', 'gate-claims': CLAIMS, 'content-type': 'application/json' };
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  const { status, body: pieces } = await wire.send({ method, path, headers, ...text });
  const chunks: Buffer[] = [];
  for await (const chunk of pieces) chunks.push(chunk);
  const answer = Buffer.concat(chunks).toString();
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${answer}`);
  return JSON.parse(answer);
}
