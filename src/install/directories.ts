import { chmodSync, mkdirSync, rmdirSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errno, GateError } from '../errors.ts';

/** Directories under a prefix: made as they are needed, each for everybody to read, and taken away when nothing is in them. */

/** Makes what is missing of a directory. @returns what was made, parents first */
export function makeDirectory(directory: string): readonly string[] {
  const there = statsOf(directory);
  if (there?.isDirectory()) return [];
  if (there !== undefined) throw blocked(directory, 'is not a directory');
  const made = makeDirectory(dirname(directory));
  try {
    mkdirSync(directory, 0o755);
  } catch (cause) {
    // Another gate install was faster; it is there.
    if (errno(cause) === 'EEXIST') return made;
    removeEmpty(made);
    throw blocked(directory, `cannot be made (${errno(cause)})`, cause);
  }
  // Whatever the umask is.
  chmodSync(directory, 0o755);
  return [...made, directory];
}

/** Those that are empty, children first. @returns what was removed */
export function removeEmpty(directories: readonly string[]): readonly string[] {
  return directories
    .toSorted((a, b) => b.length - a.length)
    .filter((directory) => {
      try {
        rmdirSync(directory);
        return true;
      } catch {
        return false; // Not empty, or gone: not ours to remove.
      }
    });
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (cause) {
    // ENOTDIR: the one above it, which is made first, will be said to be none.
    if (errno(cause) === 'ENOENT' || errno(cause) === 'ENOTDIR') return undefined;
    throw blocked(path, `cannot be looked at (${errno(cause)})`, cause);
  }
}

export function blocked(path: string, why: string, cause?: unknown): GateError {
  return new GateError('CANNOT_WRITE', `\`${path}\` ${why}`, {
    hint:
      errno(cause) === 'EACCES' || errno(cause) === 'EPERM'
        ? 'choose another place with --prefix DIR'
        : 'nothing of it was changed',
    cause,
  });
}
