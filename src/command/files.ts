import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { sha256Hasher } from '../platform/hash.ts';
import type { Files, Snapshot } from './reader.ts';

/** What readers may see of one file; the digest covers all of it. */
const MAX_BYTES = 1024 * 1024;

/** Nothing of this machine: for `explain --batch`. */
export const noFiles: Files = {
  read: () => undefined,
  stdin: () => undefined,
  realpath: () => undefined,
};

/** The real disk, each path looked at once: what was judged is what is pinned. */
export function diskFiles(cwd: string, stdin?: Snapshot): Files {
  const seen = new Map<string, Snapshot | undefined>();
  return {
    read(path) {
      const full = resolve(cwd, path);
      if (!seen.has(full)) seen.set(full, snapshot(full));
      return seen.get(full);
    },
    stdin: () => stdin,
    realpath: (path) => realpath(resolve(cwd, path)),
  };
}

/** The same, for a command that another process runs: what the kernel makes for each process is something else there, and is not known here. */
export function diskFilesElsewhere(cwd: string): Files {
  const disk = diskFiles(cwd);
  const isElsewhere = (path: string) =>
    !OF_A_PROCESS.test(resolve(cwd, path)) && !OF_A_PROCESS.test(disk.realpath(path) ?? '');
  return {
    ...disk,
    read: (path) => (isElsewhere(path) ? disk.read(path) : undefined),
    realpath: (path) => (isElsewhere(path) ? disk.realpath(path) : undefined),
  };
}

const OF_A_PROCESS = /^\/(?:proc|dev\/fd|dev\/std(?:in|out|err))(?:\/|$)/;

function realpath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function snapshot(path: string): Snapshot | undefined {
  let fd: number;
  try {
    // O_NONBLOCK: opening a fifo without it would wait for a writer.
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return undefined;
  }
  try {
    if (!fstatSync(fd).isFile()) return undefined;
    const digest = sha256Hasher();
    const kept: Buffer[] = [];
    let size = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(64 * 1024);
      const count = readSync(fd, chunk, 0, chunk.length, null);
      if (count === 0) break;
      const part = chunk.subarray(0, count);
      digest.update(part);
      if (size < MAX_BYTES) kept.push(part);
      size += count;
    }
    const whole = { path, digest: `sha256:${Buffer.from(digest.digest()).toString('hex')}`, size };
    return size <= MAX_BYTES ? { ...whole, bytes: Buffer.concat(kept) } : whole;
  } catch {
    return undefined;
  } finally {
    closeSync(fd);
  }
}
