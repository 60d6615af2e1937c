import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { FrameDecoder } from '../src/broker/run-frames.ts';
import { pathsFor } from '../src/config/paths.ts';
import { openAt } from '../src/wiring.ts';
import { submission } from '../test/kit/queue.ts';
import { PEOPLE } from '../test/kit/service.ts';
import { type Bench, type Context, NODE, ROOT } from './kit/context.ts';
import type { Usage } from './kit/measure.ts';
import { AGENT, ANN, callOn, connectAs, HostService, notHere, under } from './kit/service.ts';
import { least, median, quantile, ratio } from './kit/stats.ts';
import { mib, ms, perSecond, type Table, times } from './kit/table.ts';

const POLICY = `version: 1
packs: []
default: allow
rules:
  - { id: never, match: { tool: mv }, decision: deny, reason: the bench wants a durable no }
  - { id: asks, match: { tool: rm }, decision: hold, approvers: { from: [sre], count: 1 }, reason: it removes something }
`;
const CONNECTIONS = 64;
const PENDING = 10_000;
/** One requester alone may not have that many. */
const EACH = 20;

export const service: Bench = {
  name: 'service',
  about: 'gate serve: a run through its socket, requests a second, and 10,000 that wait',
  async run(context) {
    const why = notHere();
    if (why !== undefined) return [{ title: 'The service', columns: [''], rows: [], notes: [`skipped: ${why}`] }];
    const tables: Table[] = [];
    {
      await using host = await new HostService().start(POLICY);
      tables.push(await oneRun(context, host, 150), await oneRun(context, host, 0), await throughput(context, host));
    }
    await using host = await new HostService().start(POLICY);
    tables.push(await crowd(context, host));
    return tables;
  },
};

/**
 * `gate -- true` in local mode and through the socket, round by round.
 *
 * @param pause milliseconds between two runs: what the service makes ready for the next one is in the next one's time without it
 */
async function oneRun(context: Context, host: HostService, pause: number): Promise<Table> {
  const home = mkdtempSync(join(tmpdir(), 'gate-bench-local-'));
  chmodSync(home, 0o755);
  const own = join(home, 'own');
  mkdirSync(own, { mode: 0o777 });
  chmodSync(own, 0o777);
  const rounds = context.rounds(60);
  const subject = (env: object) =>
    JSON.stringify({ name: 'gate', argv: [`${ROOT}dist/gate`, '--', 'true'], env: { PATH: '/usr/bin:/bin', ...env } });
  using local = new Measuring([...under(AGENT)], subject({ HOME: own }));
  using through = new Measuring(host.inside(AGENT), subject({}));
  const samples = { local: [] as Usage[], through: [] as Usage[] };
  try {
    for (let round = -3; round < rounds; round++) {
      const first = round % 2 === 0 ? 'local' : 'through';
      await setTimeout(pause);
      const one = await (first === 'local' ? local : through).once();
      await setTimeout(pause);
      const other = await (first === 'local' ? through : local).once();
      if (round < 0) continue;
      samples.local.push(first === 'local' ? one : other);
      samples.through.push(first === 'local' ? other : one);
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  const wall = (which: keyof typeof samples) => samples[which].map((usage) => usage.wall);
  const row = (name: string, which: keyof typeof samples) => [
    name,
    ms(median(wall(which))),
    ms(least(wall(which))),
    times(ratio(wall(which), wall('local'))),
    ms(median(samples[which].map(({ cpu }) => cpu))),
  ];
  return {
    title: `gate -- true, allowed and durable, ${pause === 0 ? 'back to back' : `${pause} ms apart`}, ${rounds} rounds`,
    columns: ['', 'wall median', 'min', 'to local mode', 'cpu median'],
    rows: [row('local mode', 'local'), row('through the socket of a service', 'through')],
    notes: ['cpu: of the client alone; what the service uses is not in it'],
  };
}

/** A process in the right place that measures on demand. */
class Measuring implements Disposable {
  readonly #child;
  readonly #lines;

  constructor(prefix: readonly string[], subject: string) {
    const script = fileURLToPath(new URL('kit/measure-here.ts', import.meta.url));
    const [program = '', ...args] = [...prefix, NODE, script, subject];
    this.#child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], cwd: '/' });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async once(): Promise<Usage> {
    this.#child.stdin.write('\n');
    const { value } = await this.#lines.next();
    if (value === undefined) throw new Error('what measures has ended');
    return JSON.parse(value) as Usage;
  }

  [Symbol.dispose](): void {
    this.#child.stdin.end();
  }
}

async function throughput(context: Context, host: HostService): Promise<Table> {
  const seconds = context.quick ? 2 : 10;
  const rows = [];
  for (const connections of [1, CONNECTIONS]) {
    await load(host.socket, connections, 1);
    const before = host.cpu();
    const { milliseconds, latencies } = await load(host.socket, connections, seconds);
    rows.push([
      `${connections} connection${connections === 1 ? '' : 's'}`,
      perSecond((latencies.length * 1000) / milliseconds),
      ms(median(latencies)),
      ms(quantile(latencies, 0.99)),
      ms((host.cpu() - before) / latencies.length),
    ]);
  }
  return {
    title: `Durable requests a second, ${seconds} s, no spawn`,
    columns: ['kept, one request under way on each', 'requests', 'median', 'p99', 'cpu of the service, each'],
    rows,
    notes: ['each is understood, decided by policy, and recorded in a commit before it is answered; accounts differ'],
  };
}

async function load(socket: string, connections: number, seconds: number) {
  const script = fileURLToPath(new URL('kit/load.ts', import.meta.url));
  const args = [script, socket, String(connections), String(seconds)];
  const child = spawn(NODE, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const data of child.stdout) text += data;
  return JSON.parse(text) as { readonly milliseconds: number; readonly latencies: readonly number[] };
}

/** 10,000 requests wait, and people answer others. */
async function crowd(context: Context, host: HostService): Promise<Table> {
  const before = host.memory();
  await fill(host, context.quick ? 1_000 : PENDING);
  const ann = await connectAs(ANN, host.socket);
  const agent = await connectAs(AGENT, host.socket);
  const looked: number[] = [];
  for (let times = 0; times < 5; times++) {
    const since = performance.now();
    await listed(ann);
    looked.push(performance.now() - since);
  }
  const votes: number[] = [];
  const rounds = context.quick ? 20 : 200;
  for (let round = -5; round < rounds; round++) {
    const took = await voteToStart(host, agent, ann, round);
    if (round >= 0) votes.push(took);
  }
  const after = host.memory();
  ann.close();
  agent.close();
  return {
    title: `${(context.quick ? 1_000 : PENDING).toLocaleString('en-US')} requests that wait, ${rounds} votes`,
    columns: ['', 'median', 'p99'],
    rows: [
      ['from a vote to the start of the command', ms(median(votes)), ms(quantile(votes, 0.99))],
      ['all of them listed', ms(median(looked)), ms(quantile(looked, 0.99))],
      ['memory of the service before', mib(before), ''],
      ['memory of the service with all of them, after that', mib(after), ''],
    ],
    notes: ['start: the requester has heard of the grant and asked for its run, and its command has begun'],
  };
}

/** Straight into the record of the service: what is measured is that they are there. */
async function fill(host: HostService, many: number): Promise<void> {
  const listing = { people: PEOPLE, reload: async () => PEOPLE, pipelines: async () => undefined };
  const { broker, store } = openAt(pathsFor({ GATE_HOME: host.state }, '/nonexistent'), listing, () => [], true);
  try {
    for (let done = 0; done < many; done += EACH) {
      const id = `agent:bench${done / EACH}@ann`;
      for (let each = 0; each < EACH; each++) {
        const asked = {
          argv: ['kubectl', 'delete', 'pod', `web-${done + each}`],
          principal: { kind: 'agent', id, owner: 'person:ann', known: 'os' },
          approvers: [{ from: ['sre'], count: 1, evidence: 'os', separation: 'none', rule: 'asks' }],
        };
        const { kind } = await broker.submit(submission(asked as never, Date.now()));
        if (kind !== 'pending') throw new Error(`it is ${kind}`);
      }
    }
  } finally {
    store.close();
  }
}

async function listed(wire: Parameters<typeof callOn>[0]): Promise<number> {
  let count = 0;
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: { requests: unknown[]; next?: string } = await callOn(
      wire,
      'GET',
      `/v1/requests?open=1${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    count += page.requests.length;
    cursor = page.next;
  }
  return count;
}

/** Milliseconds from the sending of a vote to the word that the command has begun. */
async function voteToStart(
  host: HostService,
  agent: Parameters<typeof callOn>[0],
  ann: Parameters<typeof callOn>[0],
  round: number,
): Promise<number> {
  const argv = ['rm', '-f', join(host.work, `nothing-${round}`)];
  const { id, digest } = await callOn(agent, 'POST', '/v1/requests', { argv, cwd: host.work, stdin: 'null' });
  const waiting = await connectAs(AGENT, host.socket);
  const headers = { host: 'gate', 'gate-claims': '{"tty":false}' };
  const { body } = await waiting.send({ method: 'GET', path: `/v1/requests/${id}/changes?seen=-1`, headers });
  await body.next();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');
  const ballot = { vote: 'approve', proof: { kind: 'os' }, digest, at: Date.now(), nonce };
  const since = performance.now();
  const voted = callOn(ann, 'POST', `/v1/requests/${id}/votes`, ballot);
  await body.next();
  waiting.close();
  const run = await connectAs(AGENT, host.socket);
  await run.send({
    method: 'GET',
    path: `/v1/requests/${id}/run`,
    headers: { ...headers, connection: 'Upgrade', upgrade: 'gate-run/1' },
  });
  const decoder = new FrameDecoder('service');
  let took = Number.NaN;
  for await (const bytes of run.become()) {
    const kinds = decoder.push(bytes as Uint8Array).map(({ kind }) => kind);
    if (kinds.includes('started')) took = performance.now() - since;
    if (kinds.includes('exit') || kinds.includes('error')) break;
  }
  await voted;
  return took;
}
