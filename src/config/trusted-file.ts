import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errno, GateError } from '../errors.ts';

/** Who may have written a file: root; or the caller and root; or, for the service's own file, its account and root. */
export type Owner = 'root' | 'self' | 'service';

/**
 * The bytes of a configuration file that nobody else can write; undefined when there is none, at the price of one open.
 *
 * @param owner `root`: the system's file; `self` and `service`: that of the account gate runs as, that root may own too
 * @throws GateError CONFIG_INVALID when it cannot be read, or somebody else could have written it
 */
export function readTrusted(file: string, owner: Owner): Buffer | undefined {
  let descriptor: number;
  try {
    // O_NONBLOCK: opening a fifo without it would wait for a writer.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (cause) {
    if (errno(cause) === 'ENOENT' || errno(cause) === 'ENOTDIR') return undefined;
    throw invalid(owner, `\`${file}\` cannot be read (${errno(cause)})`, cause);
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw invalid(owner, `\`${file}\` is not a regular file`);
    check(file, stats, owner);
    // Whoever can write the directory, or the one it really lies in, can put another file in its place.
    if (owner !== 'root')
      for (const path of new Set([dirname(file), dirname(realpathSync(file))])) checkDirectory(path, owner);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function checkDirectory(path: string, owner: Owner): void {
  const stats = statSync(path);
  // In a sticky directory others can add a name, but not replace one.
  if ((stats.mode & 0o1000) === 0) check(path, stats, owner);
}

/** Whether anybody but root (and, for `self`, the caller) may write it, by its owner or by its mode. */
export function othersMayWrite({ uid, mode }: Pick<Stats, 'uid' | 'mode'>, owner: Owner): boolean {
  const foreign = uid !== 0 && (owner === 'root' || uid !== process.getuid?.());
  return foreign || (mode & 0o022) !== 0;
}

function check(path: string, stats: Stats, owner: Owner): void {
  if (!othersMayWrite(stats, owner)) return;
  throw invalid(owner, `\`${path}\` can be written by others than ${WRITERS[owner]}`);
}

const WRITERS: Readonly<Record<Owner, string>> = {
  root: 'root',
  self: 'you',
  service: 'root and the account of the service',
};

export function invalid(owner: Owner, message: string, cause?: unknown): GateError {
  return new GateError('CONFIG_INVALID', message, { hint: HINTS[owner], cause });
}

const HINTS: Readonly<Record<Owner, string>> = {
  root: 'ask the owner of this machine; nothing runs until it is valid',
  self: 'nothing runs until it is mended; docs/people.md says what it may hold, and `chmod go-w` takes write access away',
  service: 'the service does not start with it; one that runs keeps what it had',
};
