import type { OwnGate } from './own-gate.ts';
import { type Run, startRun, type Wanted } from './run.ts';

/** The runs that this server started, as long as somebody may ask for them. */
export interface Runs {
  /** Undefined when too many are under way. */
  start(wanted: Wanted): Promise<Run | undefined>;
  /** The one that ran under this id, else the newest that waits or waited; by the whole id or its end. */
  find(id: string): Run | undefined;
  /**
   * The client has gone away: waiters end, commands get HUP as from a terminal that is closed, and TERM when they are
   * still there two seconds later. Resolves when all are over.
   */
  close(): Promise<void>;
  closing(): boolean;
}

/** Under way at once: a model in a loop must not fill the machine. */
const MOST_AT_ONCE = 32;
/** Kept after their end, so that an answer the client did not wait for is not lost. */
const MOST_KEPT = 32;
const PATIENCE_MS = 2000;

export function runsOf(gate: OwnGate): Runs {
  const all: Run[] = [];
  const starting = new Set<Promise<Run>>();
  let closing = false;
  return {
    async start(wanted) {
      const busy = starting.size + all.filter((run) => !run.over()).length;
      if (closing || busy >= MOST_AT_ONCE) return undefined;
      const started = startRun(gate, wanted);
      starting.add(started);
      const run = await started.finally(() => starting.delete(started));
      all.push(run);
      const over = all.filter((each) => each.over());
      for (const old of over.slice(0, Math.max(0, over.length - MOST_KEPT))) all.splice(all.indexOf(old), 1);
      return run;
    },
    find(id) {
      const end = id.toLowerCase();
      const matches = all.filter((run) => run.events.request()?.endsWith(end));
      const requests = new Set(matches.map((run) => run.events.request()));
      if (requests.size !== 1) return undefined;
      return matches.findLast((run) => run.events.started()) ?? matches.at(-1);
    },
    async close() {
      closing = true;
      const runs = [...all, ...(await Promise.all(starting))];
      for (const run of runs) run.stop('SIGHUP');
      const late = setTimeout(() => {
        for (const run of runs) run.stop('SIGTERM');
      }, PATIENCE_MS);
      await Promise.all(runs.map(({ ended }) => ended));
      clearTimeout(late);
    },
    closing: () => closing,
  };
}
