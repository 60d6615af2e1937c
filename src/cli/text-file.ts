import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errno, GateError } from '../errors.ts';

/** Text files of people: read exactly, replaced whole. */

export interface Found {
  readonly text: string;
  readonly stats: Stats;
}

/** Whose a new text is: as the file it replaces, else with this mode (less what the umask takes). */
export interface As {
  readonly found: Found | undefined;
  readonly mode: number;
}

/** No settings file is longer; whatever is, is something else. */
const LONGEST = 16 * 1024 * 1024;

/**
 * @returns undefined when there is no such file
 * @throws GateError CONFIG_INVALID when the text could not be written back exactly
 */
export function textAt(path: string): Found | undefined {
  let descriptor: number;
  try {
    // O_NONBLOCK: opening a fifo without it would wait for a writer.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (cause) {
    if (errno(cause) === 'ENOENT') return undefined;
    throw invalid(path, `cannot be read (${errno(cause)})`, cause);
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw invalid(path, 'is not a regular file');
    if (stats.size > LONGEST) throw invalid(path, 'is longer than 16 MiB');
    return { text: decoded(readFileSync(descriptor), path), stats };
  } finally {
    closeSync(descriptor);
  }
}

/** In one step and durably once `settle` was called. False when the file is not what was found any more; then nothing changed. */
export function put(target: string, text: string, as: As, random: (bytes: number) => Uint8Array): boolean {
  const draft = join(dirname(target), `.${basename(target)}.${Buffer.from(random(8)).toString('hex')}`);
  try {
    create(draft, text, as);
    if (as.found === undefined) return linked(draft, target);
    const { ino, mtimeMs } = as.found.stats;
    const now = lstatSync(target, { throwIfNoEntry: false });
    if (now?.ino !== ino || now.mtimeMs !== mtimeMs) return false;
    renameSync(draft, target);
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A file that must not exist yet. */
export function create(path: string, text: string, { found, mode }: As): void {
  const descriptor = openSync(path, 'wx', found ? 0o600 : mode);
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    if (found) {
      own(descriptor, path, found.stats);
      fchmodSync(descriptor, found.stats.mode & 0o777);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export function invalid(path: string, why: string, cause?: unknown): GateError {
  return new GateError('CONFIG_INVALID', `\`${path}\` ${why}`, { hint: 'nothing was changed', cause });
}

function decoded(bytes: Buffer, path: string): string {
  try {
    // A byte order mark is part of the text.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw invalid(path, 'is not valid UTF-8', cause);
  }
}

/** Appears with its content, and never in the place of one that appeared first. */
function linked(draft: string, target: string): boolean {
  try {
    linkSync(draft, target);
    return true;
  } catch (error) {
    if (errno(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Root leaves a file to whom it belongs; anybody else changes only their own. */
function own(descriptor: number, path: string, { uid, gid }: Stats): void {
  const mine = fstatSync(descriptor);
  if (mine.uid === uid && mine.gid === gid) return;
  try {
    fchownSync(descriptor, uid, gid);
  } catch (cause) {
    throw invalid(path, 'belongs to another user or group, and would not any more', cause);
  }
}
