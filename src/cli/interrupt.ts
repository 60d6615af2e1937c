import { dieOf } from '../platform/exit.ts';

export interface Interruptible {
  /** Aborted by Ctrl-C while people are waited for. */
  readonly signal: AbortSignal;
  /** From here on TERM and HUP end gate as ever, after these words: whoever kills a waiter is told that the request goes on. */
  onEnd(say: (signal: number) => void): void;
  /** From here on the command is about to run, and Ctrl-C is its own. */
  stop(): void;
  /** From here on all signals are the command's. */
  started(): void;
}

const ENDS = { SIGHUP: 1, SIGTERM: 15 } as const;

/**
 * Ctrl-C at a terminal withdraws the request. TERM, HUP and KILL of the waiter do not: they keep their usual meaning,
 * and the request goes on without it.
 */
export function interruptible(atTerminal: boolean): Interruptible {
  const controller = new AbortController();
  const interrupt = () => controller.abort();
  if (atTerminal) process.on('SIGINT', interrupt);
  const handlers: (() => void)[] = [];
  return {
    signal: controller.signal,
    onEnd(say) {
      for (const name of ['SIGHUP', 'SIGTERM'] as const) {
        const handler = () => {
          say(ENDS[name]);
          process.off(name, handler);
          // A prompt gives its terminal back first, and dies of the signal itself.
          if (process.listenerCount(name) === 0) void dieOf(ENDS[name]);
        };
        process.on(name, handler);
        handlers.push(() => process.off(name, handler));
      }
    },
    stop: () => {
      process.off('SIGINT', interrupt);
    },
    started: () => {
      for (const off of handlers) off();
    },
  };
}
