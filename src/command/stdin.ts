import { sha256Hex } from '../platform/hash.ts';
import type { Files } from './reader.ts';

/** The same files behind another stdin: known bytes, or something gate cannot see. */
export function overStdin(files: Files, bytes: Uint8Array | undefined): Files {
  const stdin = bytes && { path: '-', bytes, digest: `sha256:${sha256Hex(bytes)}`, size: bytes.length };
  return { read: (path) => files.read(path), realpath: (path) => files.realpath(path), stdin: () => stdin };
}
