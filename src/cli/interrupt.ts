export interface Interruptible {
  /** Aborted by Ctrl-C while people are waited for. */
  readonly signal: AbortSignal;
  /** From here on the command runs, and its signals are its own. */
  stop(): void;
}

/**
 * Ctrl-C at a terminal withdraws the request. TERM, HUP and KILL of the waiter do not: they keep their usual meaning,
 * and the request goes on without it.
 */
export function interruptible(atTerminal: boolean): Interruptible {
  const controller = new AbortController();
  if (!atTerminal) return { signal: controller.signal, stop: () => {} };
  const interrupt = () => controller.abort();
  process.on('SIGINT', interrupt);
  return {
    signal: controller.signal,
    stop: () => {
      process.off('SIGINT', interrupt);
    },
  };
}
