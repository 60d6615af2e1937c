import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { People } from '../../src/approval/people.ts';
import { pathsFor } from '../../src/config/paths.ts';
import { parseServe, type Serve } from '../../src/config/serve.ts';
import { isAlive } from '../../src/platform/runner.ts';
import { accountsOf } from '../../src/server/accounts.ts';
import { CLIENT_RUNNER, type Leases, leases } from '../../src/server/client/leases.ts';
import { hostStages } from '../../src/server/host.ts';
import { logOn } from '../../src/server/log.ts';
import { type Metrics, openMetrics } from '../../src/server/metrics/metrics.ts';
import { watchedStore } from '../../src/server/metrics/watched-store.ts';
import { openReaders, type Readers } from '../../src/server/run/readers.ts';
import { type Serving, serve } from '../../src/server/serve.ts';
import { LogReader } from '../../src/store/reader.ts';
import { openAt } from '../../src/wiring.ts';
import { GATE } from './gate.ts';
import { submission } from './queue.ts';

/** Accounts without a name on this machine, so that nobody is disturbed. */
export const ANN = 61_001;
export const BOB = 61_002;
export const AGENT = 61_003;
export const STRANGER = 61_004;

export const PEOPLE: People = {
  source: 'the test',
  people: [
    { name: 'ann', os: [`uid-${ANN}`], sshKeys: [] },
    { name: 'bob', os: [`uid-${BOB}`], sshKeys: [] },
  ],
  groups: [{ name: 'sre', members: ['ann', 'bob'] }],
  agents: [{ name: 'deploy', os: [`uid-${AGENT}`], owner: 'ann' }],
};

export interface Called {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the service said
  readonly body: any;
}

const nothing = async () => {
  throw new Error('nothing is run here');
};
const NO_STAGES = { understand: nothing, decide: nothing, understandSent: nothing };

const CLIENT = fileURLToPath(new URL('api-client.mjs', import.meta.url));

/** A service on a real store and a real socket, called by real accounts. Needs root. */
export class Service implements AsyncDisposable {
  readonly home: string;
  readonly socket: string;
  readonly logged: string[] = [];
  readonly #local;
  #serving: Serving | undefined;
  #readers: Readers | undefined;

  /** @param home that of a service that was stopped: this one takes its place */
  constructor(home = mkdtempSync(join(tmpdir(), 'gate-service-'))) {
    this.home = home;
    this.socket = join(home, 'run', 'gate.sock');
    // Others find the socket; the state is the service's alone.
    chmodSync(this.home, 0o711);
    mkdirSync(join(this.home, 'state'), { recursive: true, mode: 0o700 });
    const listing = { people: PEOPLE, reload: async () => PEOPLE, pipelines: async () => undefined };
    this.#local = openAt(
      pathsFor({ GATE_HOME: join(this.home, 'state') }, '/nonexistent'),
      listing,
      undefined,
      false,
      (store) => watchedStore(store, (...heard) => this.metrics.appends(...heard)),
      (runner) => (CLIENT_RUNNER.test(runner) ? this.leases.isAlive(runner) : isAlive(runner)),
    );
    this.listing = listing;
  }

  readonly listing;

  get broker() {
    return this.#local.broker;
  }

  metrics!: Metrics;
  leases!: Leases;

  /** @param more lines of serve.yaml @param policy with it commands are understood and decided, and may be asked for over the API */
  async start({ more = '', policy }: { readonly more?: string; readonly policy?: string } = {}): Promise<this> {
    this.metrics = await openMetrics(() => this.#local.store.openStates());

    const text = `version: 1\nstate: ${this.home}/state\nsocket: { path: ${this.socket} }\nrun_as: { default: nobody }\n${more}`;
    const config = parseServe(Buffer.from(text), 'serve.yaml');
    this.leases = leases({
      lasts: config.lease * 1000,
      now: () => performance.now(),
      onSilent: (id) => void this.broker.get(id),
    });
    this.#serving = await serve({
      config,
      broker: this.broker,
      audit: this.#local.store,
      held: this.#local.held,
      store: this.#local.store,
      tokens: await this.#local.tokens(),
      enrolment: this.#local.enrolment,
      starter: [GATE, 'serve', '--starter'],
      emptier: [GATE, 'serve', '--empty'],
      copier: [GATE, 'serve', '--copy'],
      listing: this.listing,
      chance: { now: () => Date.now(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) },
      host: hostname(),
      version: 'test',
      log: {
        ...logOn((level, fields, text) => this.logged.push(JSON.stringify({ level, ...fields, text }))),
        setLevel: () => {},
        close: async () => {},
      },
      metrics: this.metrics,
      leases: this.leases,
      ...(policy === undefined ? NO_STAGES : this.#stages(config, policy)),
    });
    return this;
  }

  #stages(config: Serve, policy: string) {
    mkdirSync(join(this.home, 'state', 'policies'), { recursive: true });
    writeFileSync(join(this.home, 'state', 'policies', 'test.yaml'), policy, { mode: 0o600 });
    const starter = [GATE, 'serve', '--starter'];
    this.#readers = openReaders({ starter, reader: [GATE, 'serve', '--reader'] });
    return hostStages(
      this.#local,
      async () => ({}),
      accountsOf(config, Date.now),
      this.#readers,
      () => {},
    );
  }

  /** What the log itself says about it. */
  verify() {
    const reader = new LogReader(join(this.home, 'state', 'audit.db'));
    try {
      return reader.verify();
    } finally {
      reader.close();
    }
  }

  /** Something that `sre` must decide, of the agent. */
  async ask(more: Partial<Parameters<typeof submission>[0]> = {}): Promise<string> {
    const answer = await this.broker.submit(
      submission(
        {
          principal: { kind: 'agent', id: 'agent:deploy@ann', owner: 'person:ann', known: 'os' },
          approvers: [{ from: ['sre'], count: 1, evidence: 'os', separation: 'none', rule: 'ask' }],
          ...more,
        } as never,
        Date.now(),
      ),
    );
    return answer.request;
  }

  /** One call by an account. @param claims what it says about itself; by default a person at a terminal */
  call(uid: number, method: string, path: string, body?: unknown, claims: unknown = { tty: true }): Promise<Called> {
    const args = [this.socket, method, path, JSON.stringify(claims)];
    const child = spawn(process.execPath, [CLIENT, ...args], {
      uid,
      gid: uid,
      env: {},
      cwd: '/',
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end(body === undefined ? '' : JSON.stringify(body));
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', () => {
        const { status, body: text } = JSON.parse(out);
        resolve({ status, body: text.startsWith('{') ? JSON.parse(text) : text });
      });
    });
  }

  /** A stream of all changes by an account, open until it is closed. */
  held(uid: number): { readonly begun: Promise<void>; close(): void } {
    const args = [this.socket, 'GET', '/v1/changes', '{"tty":true}', 'watch'];
    const child = spawn(process.execPath, [CLIENT, ...args], {
      uid,
      gid: uid,
      env: {},
      cwd: '/',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const begun = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
    return { begun, close: () => void child.kill() };
  }

  /** Its state stays. */
  async stop(): Promise<void> {
    await this.#serving?.stop();
    await this.#readers?.close();
    this.#local.store.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    rmSync(this.home, { recursive: true, force: true });
  }
}
