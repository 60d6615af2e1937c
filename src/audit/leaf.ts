import { sha256 } from '../platform/hash.ts';

/**
 * What the tree commits to: docs/audit-format.md, "The tree". Frozen; a change here breaks every log ever written.
 */

/** What an event commits to, without the payload itself. */
export interface Leaf {
  readonly log: string;
  readonly index: number;
  readonly at: number;
  readonly type: string;
  readonly request: string | null;
  readonly commitment: Uint8Array;
}

export const FORMAT = 1;
/** Any other length would let a byte wander between salt and payload. */
export const SALT_BYTES = 16;
/** How far a clock may be behind the greatest time recorded: corrections by NTP, not `date -s`. */
export const CLOCK_TOLERANCE = 2_000;
/** The greatest time a JavaScript Date, and so every reader of ours, can show. */
export const LATEST = 8_640_000_000_000_000;

// The alphabets hold nothing that JSON escapes, so a leaf can be put together without a serialiser.
export const LOG_NAME = /^gate\/[0-9a-f]{32}$/;
export const TYPE_NAME = /^[a-z._]{1,64}$/;
export const REQUEST_NAME = /^[A-Za-z0-9._:-]{1,64}$/;

/** RFC 8785 of {v, log, index, at, type, request, payload}: names sorted, nothing in between. */
export function leafText({ log, index, at, type, request, commitment }: Leaf): string {
  const asked = request === null ? 'null' : `"${request}"`;
  const payload = hex(commitment);
  return `{"at":${at},"index":${index},"log":"${log}","payload":"${payload}","request":${asked},"type":"${type}","v":1}`;
}

const encoder = new TextEncoder();
// One buffer for all leaves: the alphabets bound a leaf to less than 400 bytes. Byte 0 is RFC 6962's leaf prefix.
const leafBuffer = new Uint8Array(1024);

export function leafHash(leaf: Leaf): Uint8Array {
  const { written } = encoder.encodeInto(leafText(leaf), leafBuffer.subarray(1));
  return sha256(leafBuffer.subarray(0, written + 1));
}

let commitmentBuffer = new Uint8Array(8192);

/** SHA-256(salt || payload). */
export function commit(salt: Uint8Array, payload: Uint8Array): Uint8Array {
  const length = salt.length + payload.length;
  if (length > commitmentBuffer.length) commitmentBuffer = new Uint8Array(2 * length);
  commitmentBuffer.set(salt);
  commitmentBuffer.set(payload, salt.length);
  return sha256(commitmentBuffer.subarray(0, length));
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
