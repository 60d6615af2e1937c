import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Exit } from '../execution/execution.ts';
import { isAway } from './away.ts';
import { type Connection, call } from './remote-http.ts';

/** Ends of commands that the service could not be told: private files, one each, until the next gate tells it. */
export interface Unreported {
  /** @returns forgets it again */
  keep(end: End): () => void;
  /** Tells the service what it has not heard; what it cannot be told now stays. */
  deliver(service: Connection): Promise<void>;
}

export interface End {
  /** Whom it is to be told, as messages call it. */
  readonly service: string;
  readonly id: string;
  readonly runner: string;
  readonly exit: Exit;
}

/** One gate is not kept longer than this by what others left. */
const MOST_AT_ONCE = 20;
const NAME = /^[0-9a-f-]{36}\.json$/;

export function unreportedIn(directory: string): Unreported {
  return {
    keep(end) {
      const path = join(directory, `${end.id}.json`);
      try {
        mkdirSync(directory, { recursive: true, mode: 0o700 });
        const descriptor = openSync(path, 'w', 0o600);
        writeSync(descriptor, JSON.stringify(end));
        fsyncSync(descriptor);
        closeSync(descriptor);
      } catch {
        // Then the service finds out by itself that it does not know.
      }
      return () => rmSync(path, { force: true });
    },
    async deliver(service) {
      for (const name of names(directory)) {
        const path = join(directory, name);
        const end = read(path);
        if (end !== undefined && end.service !== service.name) continue;
        try {
          if (end !== undefined) {
            const { id, runner, exit } = end;
            await call(service, 'POST', `/v1/requests/${id}/finish`, { runner, exit });
          }
        } catch (error) {
          if (isAway(error)) return;
          // Whatever it says to it, it has heard it.
        }
        rmSync(path, { force: true });
      }
    },
  };
}

function names(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((name) => NAME.test(name))
      .slice(0, MOST_AT_ONCE);
  } catch {
    return [];
  }
}

/** Undefined: it was not written to its end. */
function read(path: string): End | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as End;
  } catch {
    return undefined;
  }
}
