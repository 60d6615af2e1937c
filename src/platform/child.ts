/** A program in a group of its own: no terminal, bounded time, bounded output. */

export interface How {
  readonly cwd?: string;
  /** The whole environment; for a look, what is beside that of every program. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Bytes of output after which it is ended; a megabyte unless given. */
  readonly most?: number;
}

export type Ran =
  | { readonly kind: 'ended'; readonly code: number; readonly stdout: string; readonly stderr: string }
  /** The time was over. */
  | { readonly kind: 'late' }
  /** It said more than it may; what it said until then. */
  | { readonly kind: 'much'; readonly stdout: string }
  /** Not installed where the system keeps its programs, or it could not be started. */
  | { readonly kind: 'absent' };

const MOST = 1024 * 1024;

/**
 * Runs a program that is expected to answer soon, and ends it, with whatever it started, when it does not.
 * @param milliseconds how long it may take
 * @param running gets, while it runs, what ends it
 */
export async function runToEnd(
  file: string,
  args: readonly string[],
  { cwd, environment: env = {}, stdin, most = MOST }: How,
  milliseconds: number,
  running: Set<() => void> = new Set(),
): Promise<Ran> {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    let why: 'late' | 'much' | undefined;
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    let size = 0;
    // A session of its own: no terminal to ask at, and one group to end.
    const child = spawn(file, args, {
      detached: true,
      ...(cwd === undefined ? {} : { cwd }),
      env: env as NodeJS.ProcessEnv,
      stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const end = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Nothing of it is left.
      }
    };
    const stop = (because: 'late' | 'much') => {
      why ??= because;
      end();
      child.stdout?.destroy();
      child.stderr?.destroy();
    };
    const timer = setTimeout(() => stop('late'), milliseconds);
    running.add(end);
    const settle = (ran: Ran) => {
      clearTimeout(timer);
      running.delete(end);
      resolve(ran);
    };
    const keep = (into: Buffer[]) => (data: Buffer) => {
      size += data.length;
      if (size > most) stop('much');
      else into.push(data);
    };
    child.stdout?.on('data', keep(out));
    child.stderr?.on('data', keep(said));
    child.stdin?.on('error', () => {}); // It did not read what it was given.
    if (stdin !== undefined) child.stdin?.end(stdin);
    child.on('error', () => settle({ kind: 'absent' }));
    // What it left behind in its group ends with it.
    child.on('exit', end);
    child.on('close', (code) => {
      const stdout = Buffer.concat(out).toString('utf8');
      const stderr = Buffer.concat(said).toString('utf8');
      if (why === 'late') settle({ kind: 'late' });
      else if (why === 'much') settle({ kind: 'much', stdout });
      else settle({ kind: 'ended', code: code ?? 128, stdout, stderr });
    });
  });
}
