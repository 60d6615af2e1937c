/**
 * Who runs what at clients, as far as the service hears of them (docs/decisions/0013-client-mode.md). Nothing of it is durable: after a restart of the
 * service every runner has the length of a lease to be heard of again. Times are the service's, by a clock that nobody sets.
 */
export interface Leases {
  /** Commands that run at clients, as far as is known. */
  readonly count: number;
  /** Milliseconds: how long a runner may be silent, and how often it should be heard of. */
  readonly lasts: number;
  readonly renews: number;
  /** Somebody runs it now. */
  began(id: string, runner: string): void;
  /** It was heard of: resolves when it should be heard of again, or is to stop. */
  renew(id: string, runner: string): Promise<'again' | 'stop'>;
  /** Tells its runner to stop the command, now or when it is heard of next. */
  stop(id: string): void;
  ended(id: string): void;
  /** False: it was silent for too long. Of a runner of this service's own, nothing. */
  isAlive(runner: string): boolean;
  /** Lets go of everybody who waits. */
  close(): void;
}

export interface LeaseParts {
  readonly lasts: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Called once for each run whose runner was silent for too long. */
  readonly onSilent: (id: string) => void;
}

interface Lease {
  readonly runner: string;
  heard: number;
  stopping: boolean;
  /** Answers the renewal that is being held. */
  release: () => void;
}

/** What the runners of clients are called in the record; those of the service's own are named by the platform. */
export const CLIENT_RUNNER = /^client:[0-9a-f]{32}$/;

export function leases({ lasts, now, onSilent }: LeaseParts): Leases {
  const renews = Math.max(1, Math.floor(lasts / 3));
  const began = now();
  const held = new Map<string, Lease>();
  const heard = new Map<string, number>();
  let closed = false;

  const silent = (since: number) => now() - since > lasts;
  const sweep = setInterval(
    () => {
      for (const [id, lease] of held) {
        if (!silent(lease.heard)) continue;
        forget(id);
        onSilent(id);
      }
    },
    Math.max(50, Math.floor(lasts / 4)),
  );
  sweep.unref();

  function forget(id: string): void {
    const lease = held.get(id);
    if (lease === undefined) return;
    held.delete(id);
    heard.delete(lease.runner);
    lease.release();
  }

  function take(id: string, runner: string): Lease {
    const known = held.get(id);
    const lease = known?.runner === runner ? known : { runner, heard: 0, stopping: false, release: () => {} };
    held.set(id, lease);
    lease.heard = now();
    heard.set(runner, lease.heard);
    return lease;
  }

  return {
    get count() {
      return held.size;
    },
    lasts,
    renews,
    began: (id, runner) => void take(id, runner),
    renew(id, runner) {
      const lease = take(id, runner);
      lease.release();
      return new Promise((resolve) => {
        const answer = () => {
          clearTimeout(timer);
          resolve(lease.stopping ? 'stop' : 'again');
        };
        const timer = setTimeout(answer, renews);
        timer.unref();
        lease.release = answer;
        if (lease.stopping || closed) answer();
      });
    },
    stop(id) {
      const lease = held.get(id);
      if (lease === undefined) return;
      lease.stopping = true;
      lease.release();
    },
    ended: forget,
    isAlive: (runner) => !silent(heard.get(runner) ?? began),
    close() {
      closed = true;
      clearInterval(sweep);
      for (const { release } of held.values()) release();
    },
  };
}
