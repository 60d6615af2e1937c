import { mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../platform/hash.ts';

/** What a command reads as code from its standard input, kept at a descriptor: its file has no name any more. */
export function unnamed(bytes: Uint8Array, directory: string, name: string): number {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, name);
  const descriptor = openSync(path, 'wx+', 0o600);
  rmSync(path, { force: true });
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done, done);
  return descriptor;
}

/** Whether these are the bytes of a manifest's standard input. */
export function isInput(bytes: Uint8Array, digest: string | null): boolean {
  return digest === `sha256:${sha256Hex(bytes)}`;
}
