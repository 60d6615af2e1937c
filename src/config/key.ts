import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { errno, GateError } from '../errors.ts';

const KEY_BYTES = 32;

/**
 * The store's key: secrets enter manifests as an HMAC with it, so that a short one cannot be guessed from the record.
 * Made at the first need; appears whole or not at all, also when two processes make it at once.
 * @throws GateError AUDIT_UNAVAILABLE
 */
export function storeKey(path: string, random: (bytes: number) => Uint8Array): Uint8Array {
  try {
    return checked(readFileSync(path), path);
  } catch (error) {
    if (errno(error) !== 'ENOENT') throw unavailable(path, error);
  }
  const draft = `${path}.${Buffer.from(random(8)).toString('hex')}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const descriptor = openSync(draft, 'wx', 0o600);
    try {
      writeSync(descriptor, random(KEY_BYTES));
      fsyncSync(descriptor);
      linkSync(draft, path);
    } catch (error) {
      // Another gate was faster: its key counts.
      if (errno(error) !== 'EEXIST') throw error;
    } finally {
      closeSync(descriptor);
      rmSync(draft, { force: true });
    }
    return checked(readFileSync(path), path);
  } catch (error) {
    throw unavailable(path, error);
  }
}

function checked(key: Uint8Array, path: string): Uint8Array {
  if (key.length !== KEY_BYTES) throw unavailable(path, undefined);
  return key;
}

function unavailable(path: string, cause: unknown): GateError {
  if (cause instanceof GateError) return cause;
  return new GateError('AUDIT_UNAVAILABLE', `the key of the log cannot be read or made: \`${path}\``, {
    hint: 'it is a file of 32 bytes in a directory of yours; restore it, or move the log aside to begin a new one',
    cause,
  });
}
