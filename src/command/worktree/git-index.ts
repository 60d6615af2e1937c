/**
 * git's index: which files it could bring back. Read here because readers execute nothing.
 * Format: https://git-scm.com/docs/index-format, versions 2, 3 and 4 with SHA-1 names.
 */

export interface IndexEntry {
  readonly mtimeSeconds: number;
  readonly mtimeNanoseconds: number;
  readonly size: number;
  /** SHA-1 of the content as git keeps it. */
  readonly blob: Uint8Array;
  /** Added by name only: the content is nowhere. */
  readonly intended: boolean;
}

const HEADER = 12;
const FIXED = 62;
const NAME_LENGTH = 0xfff;
const EXTENDED = 0x4000;
const INTEND_TO_ADD = 0x2000;

/** Entries by path from the top of the work tree; undefined for an index that is not whole or not understood. */
export function parseIndex(bytes: Uint8Array): ReadonlyMap<string, IndexEntry> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER + 20 || text(bytes, 0, 4) !== 'DIRC') return undefined;
  const version = view.getUint32(4);
  if (version < 2 || version > 4) return undefined;
  const count = view.getUint32(8);
  const entries = new Map<string, IndexEntry>();
  const end = bytes.length - 20;
  let at = HEADER;
  let before = '';
  for (let index = 0; index < count; index++) {
    if (at + FIXED > end) return undefined;
    const flags = view.getUint16(at + 60);
    const isExtended = (flags & EXTENDED) !== 0;
    if (isExtended && version === 2) return undefined;
    const more = isExtended ? view.getUint16(at + FIXED) : 0;
    let from = at + FIXED + (isExtended ? 2 : 0);
    let kept = '';
    if (version === 4) {
      const strip = varint(bytes, from);
      if (strip === undefined || strip.value > before.length) return undefined;
      kept = before.slice(0, before.length - strip.value);
      from = strip.next;
    }
    const stop = bytes.indexOf(0, from);
    if (stop < 0 || stop > end) return undefined;
    const name = kept + text(bytes, from, stop);
    if (version !== 4 && (flags & NAME_LENGTH) !== NAME_LENGTH && (flags & NAME_LENGTH) !== stop - from)
      return undefined;
    entries.set(name, {
      mtimeSeconds: view.getUint32(at + 8),
      mtimeNanoseconds: view.getUint32(at + 12),
      size: view.getUint32(at + 36),
      blob: bytes.subarray(at + 40, at + 60),
      intended: (more & INTEND_TO_ADD) !== 0,
    });
    before = name;
    // Up to version 3 an entry is padded with one to eight zero bytes to a multiple of eight.
    at = version === 4 ? stop + 1 : at + Math.floor((stop - at + 8) / 8) * 8;
  }
  return readable(bytes, at, end) ? entries : undefined;
}

/** Extensions that start with a small letter change what the entries mean: a split or a sparse index. */
function readable(bytes: Uint8Array, from: number, end: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at < end; ) {
    if (at + 8 > end || (bytes[at] as number) >= 0x61) return false;
    at += 8 + view.getUint32(at + 4);
  }
  return true;
}

/** Latin-1 keeps every byte of a name apart; names are only ever compared with names read the same way. */
function text(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}

/** The offset encoding of pack files: seven bits a byte, most significant first, each further byte adds one. */
function varint(bytes: Uint8Array, from: number): { value: number; next: number } | undefined {
  let value = 0;
  for (let at = from; at < from + 4 && at < bytes.length; at++) {
    const byte = bytes[at] as number;
    value = value * 128 + (byte & 127);
    if ((byte & 128) === 0) return { value, next: at + 1 };
    value++;
  }
  return undefined;
}
