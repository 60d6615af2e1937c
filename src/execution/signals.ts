import { readFileSync } from 'node:fs';
import type { Child } from '../platform/spawn.ts';

/**
 * Sent on to the command, once each time. TSTP is left alone: typed at a terminal it stops the whole group, gate
 * included, and that is what the person wants. WINCH, TTIN and TTOU concern the group too.
 */
const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGALRM', 'SIGCONT'] as const;

/** Typed at a terminal (Ctrl-C, Ctrl-\) the kernel has sent these to the command already. */
const TYPED = ['SIGINT', 'SIGQUIT'] as const;

export interface Forwarding {
  /** Whom they are for; those that came before are sent now. */
  to(child: Pick<Child, 'kill'>): void;
  stop(): void;
}

/**
 * Takes signals from now on, so that none falls between gate and a command that is just being started.
 * @param heardThem whether the command gets what is typed at this terminal by itself; one that runs elsewhere does not
 */
export function forwardSignals(heardThem = inForeground): Forwarding {
  let child: Pick<Child, 'kill'> | undefined;
  const early: NodeJS.Signals[] = [];
  const take = (signal: NodeJS.Signals) => {
    if (child) send(child, signal);
    else early.push(signal);
  };
  const handlers = new Map<NodeJS.Signals, () => void>();
  for (const signal of FORWARDED) handlers.set(signal, () => take(signal));
  for (const signal of TYPED) {
    handlers.set(signal, () => {
      if (!heardThem()) take(signal);
    });
  }
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return {
    to(started) {
      child = started;
      for (const signal of early.splice(0)) send(started, signal);
    },
    stop() {
      for (const [signal, handler] of handlers) process.off(signal, handler);
    },
  };
}

function send(child: Pick<Child, 'kill'>, signal: NodeJS.Signals): void {
  try {
    child.kill(signal);
  } catch {
    // It has ended in the meantime.
  }
}

/**
 * Whether this process group owns its terminal: then Ctrl-C went to the command as well. `/proc/self/stat` gives the
 * group (field 5) and the terminal's foreground group (field 8); elsewhere a terminal on any stdio is taken for one.
 */
export function inForeground(): boolean {
  try {
    const text = readFileSync('/proc/self/stat', 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[2] === fields[5];
  } catch {
    return process.stdin.isTTY || process.stderr.isTTY;
  }
}
