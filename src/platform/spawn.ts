/** What to start: an absolute file, nothing searched, nothing added to the environment. Descriptors 0, 1 and 2 are inherited. */
export interface Start {
  readonly file: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Descriptor to use as the child's 0 instead of ours. */
  readonly stdin?: number;
  /** Descriptors to use as the child's 0, 1, 2 and on instead of ours; nothing else is inherited then. */
  readonly descriptors?: readonly number[];
}

export interface Child {
  readonly pid: number;
  /** The raw truth: code or signal number, real-time signals included. */
  readonly ended: Promise<{ code: number } | { signal: number }>;
  kill(signal: NodeJS.Signals): void;
}

/**
 * Starts the command.
 *
 * Bun's own `spawn` reports real-time signals by number; its `child_process` and Node's report them as exit code 0
 * (tried on Bun 1.4.5 and Node 26.10). Under Node, therefore, `posix_spawn` and `waitpid` of libc are called directly.
 *
 * @throws an error with `code` (ENOENT, EACCES, ENOEXEC, E2BIG...) when it cannot be started; nothing ran then
 */
export async function spawn(start: Start): Promise<Child> {
  if (typeof Bun !== 'undefined') return spawnWithBun(start);
  return (await import('./spawn-libc.ts')).spawnWithLibc(start);
}

/** The same as a function that starts before it returns, for a caller that must not be interrupted meanwhile. */
export async function spawner(): Promise<(start: Start) => Child> {
  return typeof Bun !== 'undefined' ? spawnWithBun : (await import('./spawn-libc.ts')).spawnWithLibc;
}

interface BunSubprocess {
  readonly pid: number;
  readonly exited: Promise<number>;
  readonly exitCode: number | null;
  readonly signalCode: string | number | null;
  kill(signal: NodeJS.Signals): void;
}

declare const Bun:
  | undefined
  | {
      spawn(
        argv: readonly string[],
        options: {
          argv0: string;
          cwd: string;
          env: Readonly<Record<string, string>>;
          stdio: readonly (number | 'inherit')[];
        },
      ): BunSubprocess;
    };

function spawnWithBun(start: Start): Child {
  const child = Bun!.spawn([start.file, ...start.argv.slice(1)], {
    argv0: start.argv[0] ?? start.file,
    cwd: start.cwd,
    env: start.environment,
    stdio: start.descriptors ?? [start.stdin ?? 'inherit', 'inherit', 'inherit'],
  });
  return {
    pid: child.pid,
    ended: child.exited.then(() => {
      const { exitCode, signalCode } = child;
      if (signalCode !== null) return { signal: signalNumber(signalCode) };
      if (exitCode !== null) return { code: exitCode };
      throw new Error('the runtime reported neither an exit code nor a signal');
    }),
    kill: (signal) => child.kill(signal),
  };
}

export function signalNumber(signal: string | number): number {
  if (typeof signal === 'number') return signal;
  const { signals } = process.getBuiltinModule('node:os').constants;
  const number = (signals as Readonly<Record<string, number>>)[signal];
  if (number === undefined) throw new Error(`unknown signal ${signal}`);
  return number;
}
