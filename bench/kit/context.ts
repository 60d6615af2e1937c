import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Gate } from '../../test/kit/gate.ts';
import { cleanEnvironment } from '../../test/kit/person.ts';
import { fillLog } from './log.ts';
import type { Table } from './table.ts';

/** What the benches share during one run, removed at its end. */

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const NODE = process.execPath;
export const TRUE = ['/usr/bin/true', '/bin/true'].find(existsSync) ?? '/usr/bin/true';
export const BUN = `${ROOT}node_modules/.bin/bun`;

export interface Bench {
  readonly name: string;
  /** One line. */
  readonly about: string;
  run(context: Context): Promise<readonly Table[]>;
}

export class Context implements Disposable {
  readonly quick: boolean;
  readonly #say: (line: string) => void;
  readonly #homes: Gate[] = [];
  readonly #logs = new Map<number, Gate>();

  constructor(quick: boolean, say: (line: string) => void) {
    this.quick = quick;
    this.#say = say;
  }

  say(line: string): void {
    this.#say(line);
  }

  /** Few for a look, enough for a figure. */
  rounds(many: number): number {
    return this.quick ? Math.max(3, Math.floor(many / 6)) : many;
  }

  /** A gate of its own, with a log and whatever one run leaves behind. */
  home(policy?: string): Gate {
    const gate = new Gate(policy);
    this.#homes.push(gate);
    const { status, stderr } = spawnSync(`${ROOT}dist/gate`, ['--', 'true'], {
      env: environment(gate),
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`gate -- true ended with ${status}: ${stderr}`);
    return gate;
  }

  /** A home whose log holds at least so many events; made once for all benches. */
  async log(events: number): Promise<Gate> {
    const made = this.#logs.get(events);
    if (made) return made;
    const gate = this.home();
    const since = performance.now();
    await fillLog(gate, events);
    if (events > 0)
      this.say(
        `wrote ${events.toLocaleString('en-US')} events in ${((performance.now() - since) / 1000).toFixed(1)} s`,
      );
    this.#logs.set(events, gate);
    return gate;
  }

  [Symbol.dispose](): void {
    for (const home of this.#homes) home[Symbol.dispose]();
  }
}

/** As a login of the person gives it; nothing of whoever runs the bench. */
export function environment(gate: Gate): Record<string, string> {
  return cleanEnvironment({ GATE_HOME: gate.home });
}

/** @throws when the build fails */
export function buildIfMissing(say: (line: string) => void): void {
  if (existsSync(`${ROOT}dist/gate`)) return;
  say('dist/gate is missing: building it');
  const { status } = spawnSync(NODE, [`${ROOT}scripts/build.ts`], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('the build failed');
}
