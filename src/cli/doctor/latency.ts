import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECTION_FORM, projected } from '../../approval/projection.ts';
import type { Paths } from '../../config/paths.ts';
import { runToEnd } from '../../platform/child.ts';
import { SqliteStore } from '../../store/sqlite.ts';
import { reported } from '../report.ts';
import type { Finding } from './finding.ts';

/** What gate costs here, in milliseconds; null where it could not be measured. */
export interface Latency {
  /** `gate -- true`, from start to end, warm: the median. */
  readonly run_ms: number | null;
  readonly runs_ms: readonly number[];
  /** One durable commit of an event: the median. */
  readonly commit_ms: number | null;
  /** Why it could not be measured. */
  readonly message?: string;
}

export interface Measuring {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly paths: Paths;
  /** Directory of the user's policies. */
  readonly policies: string;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

const RUNS = 5;
const COMMITS = 9;
const PATIENCE = 10_000;

/** With a log of its own that is thrown away, on the disk of the real one, and copies of the user's policies. */
export async function measuredLatency(measuring: Measuring): Promise<Latency> {
  const directory = scratch(measuring.paths.state);
  try {
    const runs = await runTimes(directory, measuring);
    return {
      run_ms: median(runs),
      runs_ms: runs.map(rounded),
      commit_ms: median(await commitTimes(directory, measuring)),
    };
  } catch (error) {
    const message = error instanceof Unmeasured ? error.message : reported(error).message;
    return { run_ms: null, runs_ms: [], commit_ms: null, message };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

class Unmeasured extends Error {}

/** Milliseconds that people begin to feel when an agent runs one command after another. */
const SLOW = 100;

export function latencyFindings({ run_ms, message }: Latency): readonly Finding[] {
  if (run_ms === null) {
    const text = `how long gate takes could not be measured: ${message ?? ''}`;
    return [{ check: 'latency', level: 'note', subject: 'not measured', text }];
  }
  if (run_ms <= SLOW) return [];
  const text = `\`gate -- true\` takes ${run_ms} ms`;
  const hint = 'look for a slow disk below the log, a busy machine, or a program that inspects every start';
  return [{ check: 'latency', level: 'warning', subject: 'slow', text, hint }];
}

export function latencyWords({ run_ms, commit_ms, message }: Latency): string {
  if (run_ms === null) return `not measured: ${message ?? ''}`;
  return `${run_ms} ms for \`gate -- true\`, median of ${RUNS}; ${commit_ms} ms for one durable commit`;
}

function scratch(state: string): string {
  for (const parent of [state, tmpdir()]) {
    try {
      if (existsSync(parent)) return mkdtempSync(join(parent, 'doctor-'));
    } catch {
      // Not writable: the next one.
    }
  }
  throw new Unmeasured('there is no place for a log to measure with');
}

async function runTimes(directory: string, { executable, environment, paths, policies }: Measuring): Promise<number[]> {
  const config = join(directory, 'gate');
  mkdirSync(config, { mode: 0o700 });
  copy(join(paths.config, 'config.yaml'), join(config, 'config.yaml'));
  for (const name of yamlIn(policies)) {
    mkdirSync(join(config, 'policies'), { recursive: true, mode: 0o700 });
    copy(join(policies, name), join(config, 'policies', name));
  }
  // Both, and not GATE_HOME: the machine's owner may have forbidden that.
  const { GATE_HOME: _, ...rest } = environment;
  const own = { ...rest, XDG_CONFIG_HOME: directory, XDG_STATE_HOME: directory };
  const times: number[] = [];
  // Once more than counts: the first compiles policies.
  for (let count = 0; count <= RUNS; count++) {
    const begin = performance.now();
    const ran = await runToEnd(executable, ['--no-wait', '--', 'true'], { cwd: '/', environment: own }, PATIENCE);
    times.push(performance.now() - begin);
    if (ran.kind !== 'ended') throw new Unmeasured(`\`gate -- true\` did not end in ${PATIENCE / 1000} s`);
    if (ran.code !== 0) throw new Unmeasured(`\`gate -- true\` does not run at once here: it ended with ${ran.code}`);
  }
  return times.slice(1);
}

/** Of the log that the runs made. */
async function commitTimes(directory: string, { now, random }: Measuring): Promise<number[]> {
  const path = join(directory, 'gate', 'audit.db');
  const store = new SqliteStore({ path, project: projected, form: PROJECTION_FORM, now, random });
  const times: number[] = [];
  try {
    for (let count = 0; count < COMMITS; count++) {
      const digest = `sha256:${Buffer.from(random(32)).toString('hex')}`;
      const begin = performance.now();
      await store.append([{ type: 'policy.recorded', request: null, payload: { digest } }]);
      times.push(performance.now() - begin);
    }
  } finally {
    store.close();
  }
  return times;
}

function yamlIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith('.yaml') && !name.startsWith('.'));
  } catch {
    return [];
  }
}

function copy(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, { dereference: true, mode: 0 });
}

function median(times: readonly number[]): number | null {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : rounded(middle);
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
