import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Gate } from '../test/kit/gate.ts';
import { type Bench, type Context, environment, ROOT } from './kit/context.ts';
import { median, ratio } from './kit/stats.ts';
import { perSecond, type Table, times } from './kit/table.ts';

/** Submitted, decided and started in one commit; finished in another. */
const COMMITS = [3, 1] as const;
const EVENTS = COMMITS[0] + COMMITS[1];

export const durability: Bench = {
  name: 'durability',
  about: 'durable events per second from parallel processes, beside bare commits',
  async run(context) {
    const gate = context.home();
    const bare = new Bare(gate);
    const rates = new Map<string, number[]>();
    const failures: string[] = [];
    const add = (name: string, rate: number) => rates.set(name, [...(rates.get(name) ?? []), rate]);
    for (let round = 0; round < context.rounds(9); round++) {
      add('bare commits', bare.rate(context.quick ? 50 : 200));
      for (const parallel of [1, 8, 64]) {
        const runs = Math.max(parallel, context.quick ? 16 : 64);
        add(`${parallel} at once`, await processes(gate, parallel, runs, failures));
      }
    }
    return [await table(context, gate, rates, failures)];
  },
};

async function table(
  context: Context,
  gate: Gate,
  rates: ReadonlyMap<string, readonly number[]>,
  failures: readonly string[],
): Promise<Table> {
  const verdict = await gate.agent(['audit', 'verify']);
  const bare = rates.get('bare commits')!;
  return {
    title: `Durable events per second, ${context.rounds(9)} rounds`,
    columns: ['', 'events', 'runs or pairs of commits', 'to bare commits'],
    rows: [...rates].map(([name, samples]) => [
      name === 'bare commits' ? name : `gate -- true, ${name}`,
      perSecond(median(samples)),
      perSecond(median(samples) / EVENTS),
      times(ratio(samples, bare)),
    ]),
    notes: [
      failures.length === 0
        ? 'every run succeeded and said nothing; no lock error'
        : `FAILED: ${failures.length} runs: ${failures[0]}`,
      `afterwards gate audit verify says: ${verdict.stdout.split('\n')[0]}`,
      'bare commits: one process, one connection, node:sqlite, WAL, synchronous=FULL, 3 rows and 1 row of the same size',
    ],
  };
}

/** The disk and SQLite alone. */
class Bare {
  readonly #db: DatabaseSync;

  constructor(gate: Gate) {
    this.#db = new DatabaseSync(join(gate.home, 'bare.db'));
    this.#db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=128');
    this.#db.exec('CREATE TABLE events (idx INTEGER PRIMARY KEY, payload BLOB) STRICT');
  }

  rate(pairs: number): number {
    const insert = this.#db.prepare('INSERT INTO events (payload) VALUES (?)');
    const payload = new Uint8Array(800);
    const since = performance.now();
    for (let pair = 0; pair < pairs; pair++) {
      for (const events of COMMITS) {
        this.#db.exec('BEGIN IMMEDIATE');
        for (let event = 0; event < events; event++) insert.run(payload);
        this.#db.exec('COMMIT');
      }
    }
    return (pairs * EVENTS * 1000) / (performance.now() - since);
  }
}

async function processes(gate: Gate, parallel: number, runs: number, failures: string[]): Promise<number> {
  const env = environment(gate);
  const since = performance.now();
  let left = runs;
  const worker = async () => {
    while (left-- > 0) {
      const failure = await run(env);
      if (failure !== undefined) failures.push(failure);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return (runs * EVENTS * 1000) / (performance.now() - since);
}

function run(env: Record<string, string>): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(`${ROOT}dist/gate`, ['--', 'true'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status) =>
      resolve(status === 0 && said === '' ? undefined : `status ${status}: ${said.trim()}`),
    );
  });
}
