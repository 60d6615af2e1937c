import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type How, type Ran, runToEnd } from './child.ts';
import { type Tree, walk } from './walk.ts';

/**
 * How a preview looks at the world: programs of the system alone, with an environment that is built and not inherited, a
 * private and empty home, no terminal, no input of the caller's, little time and little output. Whatever it started is
 * ended with it.
 */
export interface Look {
  /** A private directory, the HOME of what is run; gone when this look is over. */
  readonly home: string;
  /** Milliseconds until nothing runs any more. */
  left(): number;
  run(program: string, args: readonly string[], how?: How): Promise<Ran>;
  /** What lies at this path and below it, no link followed; undefined when nothing is there or it cannot be seen. */
  walk(path: string): Promise<Tree | undefined>;
  /** What the path itself is, no link followed. */
  stat(path: string): Seen | undefined;
  /** A file that nobody else could have written; or why it is not read. */
  trusted(path: string): { readonly bytes: Uint8Array } | { readonly why: string };
  /** A file as it is now; undefined when it is none, or too large. */
  read(path: string): Uint8Array | undefined;
  /** Writes a private file for a program that is run. @returns its path */
  file(name: string, text: string): string;
}

export interface Seen {
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  readonly bytes: number;
  readonly mtimeSeconds: number;
  readonly mtimeNanoseconds: number;
}

/** Where programs are looked for: nothing of the caller's, who may have put a program there. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/homebrew/bin';

/** A look that ends by itself. @param milliseconds how long it may take in all */
export function openLook(milliseconds: number): Look & Disposable {
  const until = performance.now() + milliseconds;
  const home = mkdtempSync(join(tmpdir(), 'gate-look-'));
  const left = () => Math.max(0, until - performance.now());
  const running = new Set<() => void>();
  return {
    home,
    left,
    async run(program, args, how = {}) {
      const file = installed(program);
      if (file === undefined) return { kind: 'absent' };
      if (left() === 0) return { kind: 'late' };
      if (how.cwd !== undefined && seen(how.cwd) === undefined)
        return { kind: 'ended', code: 127, stdout: '', stderr: 'its directory is not there now' };
      return runToEnd(file, args, { ...how, environment: environment(home, how.environment) }, left(), running);
    },
    walk: (path) => walk(path, left),
    stat: seen,
    trusted,
    read: (path) => {
      const read = readBounded(path);
      return 'why' in read ? undefined : read.bytes;
    },
    file(name, text) {
      const path = join(home, name);
      writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
      return path;
    },
    [Symbol.dispose]() {
      for (const end of running) end();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** By name in the system's directories; an absolute path as it is. */
function installed(program: string): string | undefined {
  return PATH.split(':')
    .map((directory) => join(directory, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    });
}

function environment(home: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const base = {
    PATH,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.data'),
    XDG_STATE_HOME: join(home, '.state'),
    TMPDIR: home,
    LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
    TZ: 'UTC',
    TERM: 'dumb',
    NO_COLOR: '1',
    PAGER: 'cat',
    EDITOR: '/bin/false',
    VISUAL: '/bin/false',
  };
  return Object.assign(Object.create(null), base, more);
}

function seen(path: string): Seen | undefined {
  try {
    const stats = lstatSync(path, { bigint: true });
    return {
      kind: stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other',
      bytes: Number(stats.size),
      mtimeSeconds: Number(stats.mtimeNs / 1_000_000_000n),
      mtimeNanoseconds: Number(stats.mtimeNs % 1_000_000_000n),
    };
  } catch {
    return undefined;
  }
}

const LARGEST = 16 * 1024 * 1024;

function trusted(path: string): { readonly bytes: Uint8Array } | { readonly why: string } {
  const read = readBounded(path);
  if ('why' in read) return read;
  const foreign = read.stats.uid !== 0 && read.stats.uid !== process.getuid?.();
  return foreign || (read.stats.mode & 0o022) !== 0 ? { why: `${path} can be written by others` } : read;
}

function readBounded(path: string): { readonly bytes: Uint8Array; readonly stats: Stats } | { readonly why: string } {
  let descriptor: number;
  try {
    // O_NONBLOCK: opening a fifo without it would wait for a writer.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return { why: `${path} cannot be read` };
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size > LARGEST) return { why: `${path} is not a file that a preview reads` };
    return { bytes: readFileSync(descriptor), stats };
  } catch {
    return { why: `${path} cannot be read` };
  } finally {
    closeSync(descriptor);
  }
}
