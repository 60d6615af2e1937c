import type { Exit } from '../execution/execution.ts';

/**
 * The connection of a run: frames of one byte kind, four bytes length (big-endian) and so many bytes, at most 64 KiB.
 *
 * The client never sends more stdin than it was asked for (`want`), so the service can always read on: a signal is not
 * stuck behind input that the command does not read. In the other direction both sides simply stop.
 */
export type Frame =
  /** Client: bytes for the command, never more than it was asked for. */
  | { readonly kind: 'stdin'; readonly bytes: Uint8Array }
  /** Client: there is no more input. */
  | { readonly kind: 'stdin-end' }
  /** Client: its window has this size now. */
  | { readonly kind: 'resize'; readonly cols: number; readonly rows: number }
  /** Client: a signal that it got, 1 to 64. */
  | { readonly kind: 'signal'; readonly number: number }
  /** Client: nobody reads stdout (1) or stderr (2) any more. */
  | { readonly kind: 'unread'; readonly stream: 1 | 2 }
  /** Service: the command runs. */
  | { readonly kind: 'started' }
  /** Service: so many more bytes of stdin may come. */
  | { readonly kind: 'want'; readonly bytes: number }
  | { readonly kind: 'stdout'; readonly bytes: Uint8Array }
  | { readonly kind: 'stderr'; readonly bytes: Uint8Array }
  /** Service, last: how the command ended. */
  | { readonly kind: 'exit'; readonly exit: Exit }
  /** Service, last: why it is not known how the command ended, or why it was not even tried. */
  | { readonly kind: 'error'; readonly message: string };

export const LONGEST_PAYLOAD = 64 * 1024;
export const HEADER = 5;
/** No frame without bytes of the command's needs more. */
const LONGEST_WORDS = 4096;

/** The bytes of one frame. @throws RangeError for a payload that does not fit: `pieces` cuts data to size */
export function encodeFrame(frame: Frame): Buffer {
  return Buffer.concat(frameParts(frame));
}

/** The same as header and payload, for whoever sends much: data is not copied. */
export function frameParts(frame: Frame): readonly [header: Uint8Array, payload: Uint8Array] {
  const payload = payloadOf(frame);
  if (payload.length > LONGEST_PAYLOAD) throw new RangeError(`a frame of ${payload.length} bytes`);
  const header = Buffer.alloc(HEADER);
  header[0] = KINDS.indexOf(frame.kind) + 1;
  header.writeUInt32BE(payload.length, 1);
  return [header, payload];
}

/** Data in parts that fit into a frame each. */
export function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += LONGEST_PAYLOAD) yield bytes.subarray(from, from + LONGEST_PAYLOAD);
}

/**
 * Reads frames out of a stream, however it is cut into pieces. It holds at most one payload. What is not a frame of the
 * other side ends it: `wrong` says why, and nothing is decoded from then on.
 */
export class FrameDecoder {
  readonly #allowed: ReadonlySet<Frame['kind']>;
  readonly #header = Buffer.alloc(HEADER);
  #payload: Buffer | undefined;
  /** Bytes of the header, then of the payload, that are there. */
  #filled = 0;
  #wrong: string | undefined;

  /** @param from who sends them */
  constructor(from: 'client' | 'service') {
    this.#allowed = new Set(from === 'client' ? CLIENT : SERVICE);
  }

  get wrong(): string | undefined {
    return this.#wrong;
  }

  /** The frames that are complete with these bytes; payloads are copies or parts of `bytes`. */
  push(bytes: Uint8Array): Frame[] {
    const frames: Frame[] = [];
    let at = 0;
    while (this.#wrong === undefined && at < bytes.length) {
      if (this.#payload === undefined) {
        at = this.#fill(this.#header, bytes, at);
        if (this.#filled === HEADER) this.#begin();
      } else {
        at = this.#fill(this.#payload, bytes, at);
      }
      if (this.#payload !== undefined && this.#filled === this.#payload.length) this.#finish(frames);
    }
    return frames;
  }

  /** The other side has closed the connection. */
  end(): void {
    if (this.#filled > 0 || this.#payload !== undefined) this.#wrong ??= 'the connection ended inside a frame';
  }

  #fill(into: Buffer, bytes: Uint8Array, at: number): number {
    const count = Math.min(into.length - this.#filled, bytes.length - at);
    into.set(bytes.subarray(at, at + count), this.#filled);
    this.#filled += count;
    return at + count;
  }

  #begin(): void {
    const kind = KINDS[this.#header.readUInt8(0) - 1];
    const length = this.#header.readUInt32BE(1);
    if (kind === undefined || !this.#allowed.has(kind)) {
      this.#wrong = `a frame of kind ${this.#header.readUInt8(0)} does not belong here`;
    } else if (length > (DATA.has(kind) ? LONGEST_PAYLOAD : LONGEST_WORDS)) {
      this.#wrong = `a frame of ${length} bytes is too long`;
    } else {
      this.#payload = Buffer.allocUnsafe(length);
      this.#filled = 0;
    }
  }

  #finish(frames: Frame[]): void {
    const kind = KINDS[this.#header.readUInt8(0) - 1] as Frame['kind'];
    const frame = frameOf(kind, this.#payload as Buffer);
    if (frame === undefined) this.#wrong = `what a frame of kind \`${kind}\` says cannot be read`;
    else frames.push(frame);
    this.#payload = undefined;
    this.#filled = 0;
  }
}

const CLIENT = ['stdin', 'stdin-end', 'resize', 'signal', 'unread'] as const;
const SERVICE = ['started', 'want', 'stdout', 'stderr', 'exit', 'error'] as const;
/** The byte of a kind is its place, from 1. New kinds go to the end. */
const KINDS: readonly Frame['kind'][] = [...CLIENT, ...SERVICE];
const DATA: ReadonlySet<Frame['kind']> = new Set(['stdin', 'stdout', 'stderr']);

function payloadOf(frame: Frame): Uint8Array {
  switch (frame.kind) {
    case 'stdin':
    case 'stdout':
    case 'stderr':
      return frame.bytes;
    case 'stdin-end':
    case 'started':
      return Buffer.alloc(0);
    case 'resize': {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt16BE(frame.cols, 0);
      bytes.writeUInt16BE(frame.rows, 2);
      return bytes;
    }
    case 'signal':
      return Buffer.of(frame.number);
    case 'unread':
      return Buffer.of(frame.stream);
    case 'want': {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(frame.bytes, 0);
      return bytes;
    }
    case 'exit':
      return Buffer.from(JSON.stringify(frame.exit));
    case 'error':
      return Buffer.from(frame.message).subarray(0, LONGEST_WORDS);
  }
}

function frameOf(kind: Frame['kind'], payload: Buffer): Frame | undefined {
  switch (kind) {
    case 'stdin':
    case 'stdout':
    case 'stderr':
      return { kind, bytes: payload };
    case 'stdin-end':
    case 'started':
      return payload.length === 0 ? { kind } : undefined;
    case 'resize':
      if (payload.length !== 4) return undefined;
      return { kind, cols: payload.readUInt16BE(0), rows: payload.readUInt16BE(2) };
    case 'signal': {
      const [number = 0] = payload;
      return payload.length === 1 && number >= 1 && number <= 64 ? { kind, number } : undefined;
    }
    case 'unread': {
      const [stream] = payload;
      return payload.length === 1 && (stream === 1 || stream === 2) ? { kind, stream } : undefined;
    }
    case 'want':
      return payload.length === 4 ? { kind, bytes: payload.readUInt32BE(0) } : undefined;
    case 'exit': {
      const exit = exitOf(payload);
      return exit === undefined ? undefined : { kind, exit };
    }
    case 'error':
      return { kind, message: payload.toString('utf8') };
  }
}

function exitOf(payload: Buffer): Exit | undefined {
  let said: unknown;
  try {
    said = JSON.parse(payload.toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof said !== 'object' || said === null) return undefined;
  const { kind, code, signal, errno, milliseconds, ...more } = said as Record<string, unknown>;
  if (!isWithin(milliseconds, 0, Number.MAX_SAFE_INTEGER) || Object.keys(more).length > 0) return undefined;
  const given = [code, signal, errno].filter((each) => each !== undefined).length;
  if (given !== 1) return undefined;
  if (kind === 'exited' && isWithin(code, 0, 255)) return { kind, code, milliseconds };
  if (kind === 'signaled' && isWithin(signal, 1, 64)) return { kind, signal, milliseconds };
  if (kind === 'failed' && typeof errno === 'string' && /^[A-Z0-9_]{1,32}$/.test(errno)) {
    return { kind, errno, milliseconds };
  }
  return undefined;
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}
