import { accessSync, closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { errno, GateError } from '../errors.ts';
import { sha256Hasher } from '../platform/hash.ts';

/** The file that would run. */
export interface Executable {
  /** As found: absolute, through PATH or from the name given. */
  readonly path: string;
  /** With every symbolic link followed. */
  readonly realpath: string;
}

/** Digests of files already read, by their identity on disk; the store keeps it. */
export interface DigestCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, digest: string): Promise<void>;
}

/**
 * Finds a program as execvp does, but an empty or relative entry of PATH never means the current directory.
 * @param path the PATH the child gets
 */
export function resolveExecutable(name: string, path: string | undefined, cwd: string): Executable {
  if (name === '' || name.includes('\0')) throw notFound(name);
  if (name.includes('/')) return executable(resolve(cwd, name), name);
  let denied: string | undefined;
  for (const folder of (path ?? '').split(':')) {
    if (!folder.startsWith('/')) continue;
    const candidate = `${folder.replace(/\/+$/, '')}/${name}`;
    const state = look(candidate);
    if (state === 'runs') return { path: candidate, realpath: realpathSync(candidate) };
    if (state === 'denied' && !isFolder(candidate)) denied ??= candidate;
  }
  // As the shell does: found but not executable is 126, and a later entry that works comes first.
  if (denied !== undefined) throw notExecutable(denied);
  throw notFound(name);
}

function executable(full: string, name: string): Executable {
  const state = look(full);
  if (state === 'runs') return { path: full, realpath: realpathSync(full) };
  if (state === 'denied') throw notExecutable(name);
  throw notFound(name);
}

function look(path: string): 'runs' | 'denied' | 'absent' {
  try {
    if (!statSync(path).isFile()) return 'denied';
    accessSync(path, constants.X_OK);
    return 'runs';
  } catch (error) {
    return errno(error) === 'EACCES' ? 'denied' : 'absent';
  }
}

/** A directory of that name on PATH is skipped, as shells do. */
function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function notFound(name: string): GateError {
  return new GateError('COMMAND_NOT_FOUND', `command not found: ${JSON.stringify(name)}`, {
    hint: 'check the name, and that its directory is in PATH as an absolute path',
  });
}

function notExecutable(name: string): GateError {
  return new GateError('COMMAND_NOT_EXECUTABLE', `cannot execute: ${JSON.stringify(name)}`, {
    hint: 'it must be a file with execute permission',
  });
}

/** `sha256:` of a file's content. A file unchanged on disk (device, inode, size, times) is not read again. */
export async function digestFile(path: string, cache: DigestCache): Promise<string> {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (cause) {
    throw new GateError('COMMAND_NOT_EXECUTABLE', `cannot read ${JSON.stringify(path)} to pin its content`, {
      cause,
      hint: 'gate runs only programs whose content it can put into the record',
    });
  }
  try {
    const before = fstatSync(fd, { bigint: true });
    const key = [before.dev, before.ino, before.size, before.mtimeNs, before.ctimeNs].join(':');
    const known = await cache.get(key);
    if (known !== undefined) return known;
    const digest = sha256Hasher();
    const chunk = Buffer.allocUnsafe(256 * 1024);
    for (let count = readSync(fd, chunk); count > 0; count = readSync(fd, chunk))
      digest.update(chunk.subarray(0, count));
    const value = `sha256:${Buffer.from(digest.digest()).toString('hex')}`;
    const after = fstatSync(fd, { bigint: true });
    // A file written to while it was read has no digest worth remembering.
    if (after.mtimeNs === before.mtimeNs && after.size === before.size && after.ctimeNs === before.ctimeNs) {
      await cache.set(key, value);
    }
    return value;
  } finally {
    closeSync(fd);
  }
}
