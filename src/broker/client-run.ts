import type { Exit } from '../execution/execution.ts';
import type { Child } from '../platform/spawn.ts';
import { isAway, untilBack } from './away.ts';
import { type Connection, call } from './remote-http.ts';
import type { Unreported } from './unreported.ts';

/** What a runner at a client owes the service while a command runs, and after it (docs/decisions/0013-client-mode.md). */
export interface ClientRun {
  /** What is stopped when the service says so. */
  runs(child: Pick<Child, 'kill'>): void;
  /** Resolves when the end is recorded, or is kept to be told later. */
  ended(exit: Exit): Promise<void>;
}

export interface ClientRunParts {
  readonly service: Connection;
  readonly id: string;
  /** This runner's name, for this run alone. */
  readonly runner: string;
  /** Milliseconds, of the service's clock. */
  readonly lease: { readonly lasts: number; readonly renews: number };
  readonly unreported: Unreported;
  /** Told when the end could not be told. */
  readonly onKept: (why: string) => void;
}

/** A command that is over by then needs no renewal, and the end is told on the connection that is open. */
const FIRST_RENEWAL = 1000;
/** Time for a service that is being restarted when the command ends. */
const MOST_TELLING = 20_000;
const AGAIN = 250;

/** Begins to renew the lease. */
export function clientRun({ service, id, runner, lease, unreported, onKept }: ClientRunParts): ClientRun {
  let over = false;
  let child: Pick<Child, 'kill'> | undefined;
  let stopping = false;
  const path = (what: string) => `/v1/requests/${id}/${what}`;

  // Sooner with a lease so short that it would be over by then.
  let next = setTimeout(renew, Math.min(FIRST_RENEWAL, lease.renews));
  async function renew(): Promise<void> {
    let pause = 0;
    try {
      // The service holds its answer for a third of the lease.
      const within = lease.lasts + 10_000;
      const answer = await call(service, 'POST', path('lease'), { runner }, { within });
      const { next: what } = answer as { readonly next: string };
      if (what === 'stop') stop();
      // Given up for lost: nothing is renewed any more, and the command goes on.
      if (what === 'over') over = true;
      // It keeps on saying so until the command has ended.
      if (what === 'stop') pause = lease.renews;
    } catch {
      pause = AGAIN;
    }
    if (!over) next = setTimeout(renew, pause);
  }

  function stop(): void {
    if (child === undefined || over || stopping) return;
    stopping = true;
    child.kill('SIGTERM');
  }

  return {
    runs(started) {
      child = started;
    },
    async ended(exit) {
      over = true;
      clearTimeout(next);
      const tell = () => call(service, 'POST', path('finish'), { runner, exit });
      try {
        await tell();
      } catch (error) {
        if (!isAway(error)) return onKept(error instanceof Error ? error.message : 'the service refused to hear it');
        // Durable first, for whoever is killed while it waits.
        const forget = unreported.keep({ service: service.name, id, runner, exit });
        try {
          await untilBack(tell, { most: MOST_TELLING });
          forget();
        } catch {
          onKept('the service cannot be reached; it is kept here, and the next gate tells it');
        }
      }
    },
  };
}
