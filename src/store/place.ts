import { chmodSync, closeSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, rmSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { errno, GateError } from '../errors.ts';
import { corruptLog } from './failure.ts';

/**
 * Where the database lies: who may reach it, and whether it is still the same file.
 *
 * INVARIANT: nothing here opens the database, its -wal or its -shm. POSIX locks belong to the process, and closing any
 * descriptor of a file drops all of them, SQLite's too. `stat` opens nothing.
 */

/** Which file this is, whatever its name. */
export interface Identity {
  readonly dev: number;
  readonly ino: number;
}

function look(path: string): Stats | undefined {
  // lstat without throwIfNoEntry saves building an exception on the way every run takes.
  return lstatSync(path, { throwIfNoEntry: false });
}

/** Undefined: nothing is there. @throws GateError when others can reach it, or it is no plain file */
export function inspect(path: string): Identity | undefined {
  const directory = dirname(path);
  const home = look(directory);
  if (home === undefined) return undefined;
  // The directory itself may be reached through a link; what counts is who can write there.
  requirePrivateDirectory(directory, home.isSymbolicLink() ? lstatSync(`${directory}/.`) : home);
  const file = look(path);
  if (file === undefined) return undefined;
  if (!file.isFile()) {
    throw new GateError('AUDIT_UNAVAILABLE', `the audit log \`${path}\` is not a plain file`, {
      hint: 'move what is there away; to keep the log elsewhere, link its directory instead',
    });
  }
  requirePrivate(path, file, '600');
  if (file.size === 0) throw corruptLog(`the audit log \`${path}\``, 'it is empty', undefined);
  return file;
}

/**
 * Where others can write, they may have put anything; where they can only look, as in a directory that `mkdir` made for
 * `GATE_HOME`, it is closed from now on.
 */
function requirePrivateDirectory(path: string, stats: Stats): void {
  const others = (stats.mode & 0o022) !== 0 || stats.uid !== process.geteuid?.();
  if (others) requirePrivate(path, stats, '700');
  else if ((stats.mode & 0o077) !== 0) chmodSync(path, 0o700);
}

/** A log others can read tells them every command line; one others can write proves nothing. */
function requirePrivate(path: string, { mode, uid }: Stats, wanted: string): void {
  const me = process.geteuid?.();
  if (me !== undefined && uid !== me) {
    throw new GateError('AUDIT_UNAVAILABLE', `\`${path}\` belongs to another user (uid ${uid})`, {
      hint: 'use a log of your own: set GATE_HOME to a directory of yours',
    });
  }
  if ((mode & 0o077) !== 0) {
    const now = (mode & 0o777).toString(8).padStart(3, '0');
    throw new GateError('AUDIT_UNAVAILABLE', `others can reach the audit log: \`${path}\` has mode ${now}`, {
      hint: `run: chmod ${wanted} ${quoted(path)}`,
    });
  }
}

function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

/** Still the same file under the same name? One system call. */
export function isStill(path: string, { dev, ino }: Identity): boolean {
  const now = look(path);
  return now !== undefined && now.ino === ino && now.dev === dev;
}

export function identify(path: string): Identity | undefined {
  return look(path);
}

/**
 * Makes a new database under a name of its own and links it to `path` when it is complete and durable, so nobody ever
 * sees half a log, and of many processes that start at once exactly one wins; the others find the winner's file. (Setting
 * WAL mode on the final file instead fails under contention: that switch does not wait for locks.)
 *
 * @param unique makes the temporary name; two creators never share one
 * @param fill opens, fills and closes the database at the path it is given
 */
export function create(path: string, unique: string, fill: (temporary: string) => void): void {
  const directory = dirname(path);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  refuseToForget(path);
  const temporary = `${path}.${unique}.new`;
  // SQLite gives -wal and -shm the mode of the database, so this decides for all three, whatever the umask is.
  closeSync(openSync(temporary, 'wx', 0o600));
  try {
    fill(temporary);
    linkSync(temporary, path);
  } catch (error) {
    if (errno(error) !== 'EEXIST') throw error;
  } finally {
    for (const left of ['', '-wal', '-shm']) rmSync(temporary + left, { force: true });
  }
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A -wal without its database means that a log was here: starting a new one would hide that. */
function refuseToForget(path: string): void {
  if (look(`${path}-wal`) === undefined || look(path) !== undefined) return;
  throw corruptLog(`the audit log \`${path}\``, 'the file is gone, but its `-wal` is still there', undefined);
}
