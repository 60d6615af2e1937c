import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { type Wire, wireOn } from '../../src/broker/wire.ts';
import { AGENT, ANN, Machine, possible } from '../../test/kit/host.ts';

/** A service of host mode in a mount namespace with an `/etc` of its own, and its callers under their accounts. */

export { AGENT, ANN };

/** Why it cannot be started here; undefined where it can. */
export function notHere(): string | undefined {
  return possible
    ? undefined
    : 'needs root and a mount namespace: it starts a service, and calls it from several accounts';
}

/** One account is to make as many calls as the service can take. */
const LIMITS = 'limits: { calls: { per_second: 100000, burst: 100000 } }\n';

export class HostService implements AsyncDisposable {
  readonly machine = new Machine();
  #pid = -1;

  /** @param policy of the service, in place of the one that the set-up writes */
  async start(policy: string): Promise<this> {
    await this.machine.set();
    this.machine.policy(policy);
    this.machine.configure('serve.yaml', (text) => text + LIMITS);
    this.#pid = (await this.machine.serve()).pid;
    return this;
  }

  get socket(): string {
    return this.machine.socket;
  }

  get state(): string {
    return this.machine.state;
  }

  get work(): string {
    return this.machine.work;
  }

  /** MiB that the service holds in memory now, of its own and shared. */
  memory(): number {
    const status = readFileSync(`/proc/${this.#pid}/status`, 'latin1');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
  }

  /** Milliseconds of a processor that it has used, without the processes that it started. */
  cpu(): number {
    const stat = readFileSync(`/proc/${this.#pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  /** What puts a process where the service is, under an account. */
  inside(uid: number): readonly string[] {
    return ['/usr/bin/nsenter', `--mount=/proc/${this.#pid}/ns/mnt`, ...under(uid)];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.machine[Symbol.asyncDispose]();
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
