import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Directory, OWNERS, ownerOf } from '../../src/approval/directory.ts';
import type { Proofs } from '../../src/approval/evidence.ts';
import { projected } from '../../src/approval/projection.ts';
import type { Submission } from '../../src/approval/submission.ts';
import type { Ballot, Broker, Receiving } from '../../src/broker/broker.ts';
import { heldRequests } from '../../src/broker/held.ts';
import { localBroker } from '../../src/broker/local.ts';
import type { Stream } from '../../src/broker/steps.ts';
import { wakeIn } from '../../src/broker/wake.ts';
import type { Action, Effect } from '../../src/command/action.ts';
import type { Command } from '../../src/command/command.ts';
import { buildManifest, digestManifest } from '../../src/command/manifest.ts';
import type { Approvers, Decision } from '../../src/policy/decision.ts';
import type { Principal, Request } from '../../src/request/request.ts';
import { uuidv7 } from '../../src/request/uuid.ts';
import { LogReader } from '../../src/store/reader.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';

/** The real broker on a real database, with people and a clock of the test's own. */
export class Queue implements Disposable {
  readonly home: string;
  readonly broker: Broker;
  readonly store: SqliteStore<Stream>;
  #now: number;
  readonly #own: boolean;

  constructor(directory: Directory, options: { home?: string; proofs?: Proofs; clock?: () => number } = {}) {
    this.#own = options.home === undefined;
    this.home = options.home ?? mkdtempSync(join(tmpdir(), 'gate-queue-'));
    this.#now = Date.parse('2026-01-01T00:00:00Z');
    const now = options.clock ?? (() => this.#now);
    mkdirSync(this.home, { recursive: true, mode: 0o700 });
    this.store = new SqliteStore<Stream>({ path: join(this.home, 'audit.db'), project: projected, now, random });
    this.broker = localBroker({
      store: this.store,
      directory: { ...directory, refresh: async () => {} },
      proofs: options.proofs ?? osOnly,
      held: heldRequests(join(this.home, 'held')),
      wake: wakeIn(join(this.home, 'wait'), process, random),
      now,
      newId: () => uuidv7(now(), random(16)),
      pid: process.pid,
      runner: () => undefined,
      isAlive: () => true,
      documents: () => [],
      unwatched: async () => undefined,
    });
  }

  get now(): number {
    return this.#now;
  }

  /** Time goes on. */
  pass(seconds: number): void {
    this.#now += seconds * 1000;
  }

  /** Submits, and answers with the id it waits under. */
  async ask(asked: Asked): Promise<string> {
    const answer = await this.broker.submit(submission(asked, this.#now));
    if (answer.kind !== 'pending') throw new Error(`it does not wait: ${JSON.stringify(answer)}`);
    return answer.request;
  }

  async vote(id: string, voter: string, more: Partial<Ballot> = {}): Promise<Receiving> {
    const { view } = await this.broker.get(id);
    return this.broker.vote(id, ballot(voter, { digest: view.digest, at: this.#now, ...more }));
  }

  async state(id: string): Promise<string> {
    return (await this.broker.get(id)).view.state;
  }

  /** Whatever a test did through the broker, the record keeps the rules of its format. */
  [Symbol.dispose](): void {
    this.store.close();
    if (!this.#own) return;
    const reader = new LogReader(join(this.home, 'audit.db'));
    try {
      const verdict = reader.verify();
      if (verdict.kind === 'broken') throw new Error(`the record is broken: ${JSON.stringify(verdict)}`);
    } finally {
      reader.close();
      rmSync(this.home, { recursive: true, force: true });
    }
  }
}

/** Nobody has enrolled anything: the operating system's word is all there is. */
export const osOnly: Proofs = {
  able: async () => [],
  verify: async (_statement, proof) =>
    proof.kind === 'os'
      ? { kind: 'proven', evidence: 'os' }
      : { kind: 'rejected', why: `no ${proof.kind} is enrolled` },
};

export const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

export function ballot(voter: string, more: Partial<Ballot> & Pick<Ballot, 'digest' | 'at'>): Ballot {
  const nonce = Buffer.from(random(16)).toString('hex');
  return { vote: 'approve', voter, proof: { kind: 'os' }, nonce, ...more };
}

/** Groups of people; `owners` as configured directories have it. */
export function directory(groups: Readonly<Record<string, readonly string[]>>): Directory {
  return {
    configured: true,
    members: (group, requester) => (group === OWNERS ? ownerOf(requester) : (groups[group] ?? [])),
    strongest: () => 'os',
    groupsOf: (person) => Object.keys(groups).filter((group) => groups[group]?.includes(person)),
  };
}

export interface Asked {
  readonly argv?: readonly string[];
  readonly principal?: Partial<Principal>;
  readonly approvers?: readonly Partial<Approvers>[];
  readonly effects?: readonly Effect[];
  readonly name?: string;
  readonly intent?: string;
  readonly breakGlass?: boolean;
  readonly expiresSeconds?: number;
  /** Changes the manifest and not the arguments. */
  readonly cwd?: string;
  /** Index of the tool call that it says it is. */
  readonly call?: number;
  readonly actions?: readonly Action[];
}

/** A held submission, whole: what the stages in front of the broker make. */
export function submission(asked: Asked, now: number): Submission {
  const {
    argv = ['kubectl', 'label', 'pod', 'web-0'],
    effects = ['write'],
    name = argv.at(-1) ?? '',
    cwd = '/work',
  } = asked;
  const principal: Principal = {
    kind: 'agent',
    id: 'agent:claude-code@ann',
    owner: 'person:ann',
    known: 'claimed',
    ...asked.principal,
  };
  const action: Action = {
    tool: argv[0] ?? '',
    operation: argv[1] ?? '',
    effects,
    resource: { kind: argv[2] ?? '', name },
    scope: { context: 'prod' },
    opaque: false,
  };
  const executable = { path: `/usr/bin/${argv[0]}`, digest: `sha256:${'e'.repeat(64)}` };
  const manifest = buildManifest({
    argv,
    executable,
    cwd,
    environment: { level: 'checked', pinned: {}, removed: [] },
    inputs: [],
    stdin: { kind: 'null', digest: null },
    target: [action.scope],
  });
  const request: Request = {
    id: uuidv7(now, random(16)),
    at: now,
    principal,
    argv,
    cwd,
    host: 'host',
    user: { uid: 1000, name: 'ann' },
    home: '/home/ann',
    tty: true,
    stdin: 'null',
    parents: [],
    environment: {},
    dropped: [],
    ...(asked.intent === undefined ? {} : { intent: asked.intent }),
    ...(asked.call === undefined ? {} : { call: asked.call }),
    ...(asked.breakGlass ? { breakGlass: true as const } : {}),
  };
  const command: Command = {
    actions: asked.actions ?? [action],
    inputs: [],
    secrets: [],
    pins: [],
    notes: [],
    opaque: false,
    manifest,
    digest: digestManifest(manifest),
    executable: executable.path,
    environment: { level: 'checked', variables: {}, pinned: [], removed: [] },
    redact: (text) => text,
  };
  return { request, command, decision: held(asked) };
}

function held({ approvers = [{}], expiresSeconds = 3600 }: Asked): Decision {
  const blocks = approvers.map(
    (block, index): Approvers => ({
      from: ['sre'],
      count: 1,
      evidence: 'os',
      separation: 'none',
      rule: `rule-${index}`,
      ...block,
    }),
  );
  return {
    kind: 'hold',
    rules: blocks.map(({ rule }) => rule),
    reasons: [],
    suggest: [],
    tags: [],
    duties: { approvers: blocks, expiresSeconds, startWithinSeconds: 900, limits: [] },
    findings: [],
    labels: [],
    owners: [],
    mode: 'enforce',
    policy: [],
  };
}
