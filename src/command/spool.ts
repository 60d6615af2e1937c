import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { GateError } from '../errors.ts';
import { sha256Hasher } from '../platform/hash.ts';
import type { Snapshot } from './reader.ts';

/** Most that a command may be given as code on stdin. */
const MOST_BYTES = 64 * 1024 * 1024;
const LONGEST_SHOWN = 1024 * 1024;

/** Standard input as it was captured: judged, digested, and later given to the command byte for byte. */
export interface Spooled {
  readonly snapshot: Snapshot;
  /** Positioned at the start; its file has no name any more. */
  readonly descriptor: number;
}

/**
 * Reads `source` to its end into a private file without a name.
 * @throws GateError REQUEST_UNREADABLE beyond 64 MiB
 */
export function spool(source: number, directory: string, name: string): Spooled {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, `${name}.spool`);
  const writer = openSync(path, 'wx', 0o600);
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } finally {
    rmSync(path, { force: true });
  }
  const digest = sha256Hasher();
  const shown: Buffer[] = [];
  let size = 0;
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(64 * 1024);
      const count = readChunk(source, chunk);
      if (count === 0) break;
      const part = chunk.subarray(0, count);
      size += count;
      if (size > MOST_BYTES) {
        throw new GateError('REQUEST_UNREADABLE', 'standard input is longer than 64 MiB', {
          hint: 'the command reads it as code, so people must be able to see it: pass a file instead',
        });
      }
      digest.update(part);
      if (size <= LONGEST_SHOWN) shown.push(part);
      for (let done = 0; done < count; ) done += writeSync(writer, part, done);
    }
  } catch (error) {
    closeSync(descriptor);
    throw error;
  } finally {
    closeSync(writer);
  }
  const whole = { path: '-', digest: `sha256:${Buffer.from(digest.digest()).toString('hex')}`, size };
  return { descriptor, snapshot: size <= LONGEST_SHOWN ? { ...whole, bytes: Buffer.concat(shown) } : whole };
}

/** A descriptor that somebody made non-blocking says EAGAIN when nothing is there yet. */
function readChunk(source: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(source, chunk, 0, chunk.length, null);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
