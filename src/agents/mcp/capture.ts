import { isUtf8 } from 'node:buffer';

/** What a command wrote to one of its streams, as far as it is kept. */
export interface Output {
  /** `base64` when what is kept is not UTF-8. */
  readonly encoding: 'utf-8' | 'base64';
  /** How much there was. */
  readonly bytes: number;
  /** How much of it is missing between `content` and `tail`. */
  readonly cut_bytes: number;
  /** All of it, or its beginning when something was cut. */
  readonly content: string;
  /** Its end; only when something was cut. */
  readonly tail?: string;
}

export interface Capture {
  add(piece: Uint8Array): void;
  /** @param own how many bytes at the beginning and at the end are gate's own and are left out */
  output(own?: { readonly before: number; readonly after: number }): Output;
}

/** Most that is kept of one stream, half of it from the beginning and half from the end. */
export const MOST_BYTES = 256 * 1024;
const HALF = MOST_BYTES / 2;
/** For gate's own lines, which are taken out at both ends. */
const SPARE = 64 * 1024;

/** Keeps the beginning and the end of a stream of any length, in bounded memory. */
export function capture(): Capture {
  const head = Buffer.allocUnsafe(HALF + SPARE);
  let filled = 0;
  const end = lastBytes(HALF + SPARE);
  let total = 0;
  return {
    add(piece) {
      total += piece.length;
      const first = Math.min(piece.length, head.length - filled);
      head.set(piece.subarray(0, first), filled);
      filled += first;
      end.add(piece.subarray(first));
    },
    output({ before, after } = { before: 0, after: 0 }) {
      const bytes = Math.max(0, total - before - after);
      const start = head.subarray(0, filled);
      const tail = end.bytes();
      // Where everything that was written is still here, it is one piece; else gate's lines go from either end.
      const all = filled + tail.length === total;
      const whole = all ? Buffer.concat([start, tail]).subarray(before, total - after) : undefined;
      if (whole !== undefined && bytes <= MOST_BYTES) return output(bytes, whole);
      const first = (whole ?? start.subarray(before)).subarray(0, HALF);
      const last = (whole ?? tail.subarray(0, tail.length - after)).subarray(-HALF);
      return output(bytes, first, last);
    },
  };
}

/** A ring: adding costs what is added, however small the pieces are. */
function lastBytes(size: number) {
  let ring: Buffer | undefined;
  let written = 0;
  return {
    add(piece: Uint8Array): void {
      if (piece.length === 0) return;
      ring ??= Buffer.allocUnsafe(size);
      const kept = piece.subarray(Math.max(0, piece.length - size));
      const at = (written + piece.length - kept.length) % size;
      const upToEnd = kept.subarray(0, size - at);
      ring.set(upToEnd, at);
      ring.set(kept.subarray(upToEnd.length), 0);
      written += piece.length;
    },
    bytes(): Buffer {
      if (ring === undefined) return Buffer.alloc(0);
      if (written <= size) return ring.subarray(0, written);
      return Buffer.concat([ring.subarray(written % size), ring.subarray(0, written % size)]);
    },
  };
}

function output(bytes: number, first: Uint8Array, last?: Uint8Array): Output {
  if (last === undefined) {
    const text = isUtf8(first);
    return { encoding: text ? 'utf-8' : 'base64', bytes, cut_bytes: 0, content: written(first, text) };
  }
  const head = first.subarray(0, first.length - brokenEnd(first));
  const tail = last.subarray(brokenStart(last));
  const text = isUtf8(head) && isUtf8(tail);
  const kept = text ? { head, tail } : { head: first, tail: last };
  return {
    encoding: text ? 'utf-8' : 'base64',
    bytes,
    cut_bytes: bytes - kept.head.length - kept.tail.length,
    content: written(kept.head, text),
    tail: written(kept.tail, text),
  };
}

function written(bytes: Uint8Array, text: boolean): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(text ? 'utf8' : 'base64');
}

/** How many bytes at the end are the beginning of a character that was cut. */
function brokenEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** How many bytes at the beginning are the end of a character that was cut. */
function brokenStart(bytes: Uint8Array): number {
  let broken = 0;
  while (broken < Math.min(3, bytes.length) && (bytes[broken]! & 0xc0) === 0x80) broken++;
  return broken;
}
