import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { Answered } from '../approval/events.ts';
import { errno, GateError } from '../errors.ts';
import { sha256Hex } from '../platform/hash.ts';

/** People read it whole before they decide. */
const MOST_BYTES = 64 * 1024;

/**
 * A text file that goes with an answer: its name, its digest as it is on disk, and its text, which the broker redacts.
 * @throws GateError USAGE when it is no regular file, too large, or not UTF-8 text
 */
export function attachment(path: string): NonNullable<Answered['file']> {
  const bytes = bounded(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw unfit(path, 'is not UTF-8 text', cause);
  }
  if (text.includes('\0')) throw unfit(path, 'is not text: it holds a NUL byte');
  return { name: basename(path), digest: `sha256:${sha256Hex(bytes)}`, text };
}

/** Not blocked by a pipe or a device, and never more than may be kept. */
function bounded(path: string): Uint8Array {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    throw unfit(path, `cannot be read (${errno(cause)})`, cause);
  }
  try {
    if (!fstatSync(descriptor).isFile()) throw unfit(path, 'is not a regular file');
    const bytes = Buffer.alloc(MOST_BYTES + 1);
    let done = 0;
    for (let count = -1; count !== 0 && done < bytes.length; done += count) {
      count = readSync(descriptor, bytes, done, bytes.length - done, done);
    }
    if (done > MOST_BYTES) throw unfit(path, 'is larger than 64 KiB');
    return bytes.subarray(0, done);
  } finally {
    closeSync(descriptor);
  }
}

function unfit(path: string, why: string, cause?: unknown): GateError {
  return new GateError('USAGE', `the file of an answer ${why}: \`${path}\``, {
    hint: 'people read it whole: give a short text file, or say in the answer where it is',
    cause,
  });
}
