import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { errno, GateError } from '../errors.ts';

/** SQLite's primary result codes that have a meaning of their own here. Node and Bun both give them as `errcode`. */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** Primary code of a SQLite error, or 0 for anything else. */
export function sqliteCode(error: unknown): number {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? code & 0xff : 0;
}

export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === BUSY || code === LOCKED;
}

const NO_ROOM = ['the disk is full', 'make room, then try again; nothing ran and nothing recorded was lost'] as const;
/** Less than this is no room for anything SQLite does. */
const LEAST_BYTES = 64 * 1024;

function isFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < LEAST_BYTES;
  } catch {
    return false;
  }
}

/** What a failure of SQLite or the file system means to people. GateErrors pass. */
export function failure(error: unknown, doing: string, path: string): GateError {
  if (error instanceof GateError) return error;
  const log = `the audit log \`${path}\``;
  const unavailable = (what: string, hint: string) =>
    new GateError('AUDIT_UNAVAILABLE', `cannot ${doing} ${log}: ${what}`, { hint, cause: error });
  switch (sqliteCode(error)) {
    case BUSY:
    case LOCKED:
      return unavailable(
        'another process kept it locked for 5 seconds',
        'find it with `fuser` or `lsof`, then try again',
      );
    case READONLY:
      return unavailable('it is read-only', 'make the file and its directory writable for you alone');
    case FULL:
      return unavailable(...NO_ROOM);
    case CANTOPEN:
      return unavailable('it cannot be opened', 'the path must be a file of yours in a directory of yours');
    case IOERR:
      // Without room for its shared memory file SQLite speaks of an I/O error.
      if (isFull(path)) return unavailable(...NO_ROOM);
      return unavailable('reading or writing failed', 'look at the disk and the kernel log; run `gate audit verify`');
    case CORRUPT:
    case NOTADB:
      return corrupt(log, 'it is damaged, or not a database', error);
    case 0:
      return errno(error) === ''
        ? new GateError('INTERNAL', `cannot ${doing} ${log}`, { cause: error })
        : unavailable(errno(error), 'the path must be a file of yours in a directory of yours');
    default:
      return corrupt(log, 'it does not have the tables of a log', error);
  }
}

function corrupt(log: string, what: string, cause: unknown): GateError {
  return new GateError('AUDIT_CORRUPT', `${log} is not usable: ${what}`, {
    hint: 'gate never repairs or replaces a log: move it away to keep it, and compare it with a copy or an export',
    cause,
  });
}

export { corrupt as corruptLog };
