import type { Socket } from 'node:net';

/**
 * One connection to a service, spoken by hand: HTTP/1.1 as the service speaks it. The runtimes' clients do not let a caller look who is at
 * the other end before the first byte, not all of them hand over a connection that became another, and loading one costs
 * a third of a run.
 */
export interface Wire {
  /** True: nothing is on its way, another request can be sent. */
  readonly idle: boolean;
  /**
   * Sends a request, and resolves with the head of its answer. The body must have been read to its end before the next one.
   * @throws Error when the connection ends, or what comes is no HTTP
   */
  send(asked: Asked): Promise<Answered>;
  /** The process may end while it is not used. */
  rest(): Wire;
  /** After an answer with status 101: the connection itself, with all that came behind the head still in it. */
  become(): Socket;
  close(): void;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  /** Values of the caller's own making: no line breaks in them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: AsyncGenerator<Buffer, void>;
}

const LONGEST_HEAD = 64 * 1024;
const LONGEST_LINE = 1024;
/** Bytes that wait for their reader before the other end has to wait. */
const MOST_WAITING = 1024 * 1024;

/** @param socket connected */
export function wireOn(socket: Socket): Wire {
  const input = inputOf(socket);
  let idle = true;

  async function* body(headers: ReadonlyMap<string, string>, status: number): AsyncGenerator<Buffer, void> {
    const lasting = headers.get('connection')?.toLowerCase() !== 'close';
    if (status === 204 || status === 304) {
      idle = lasting;
      return;
    }
    const length = headers.get('content-length');
    if (headers.get('transfer-encoding') !== undefined) {
      for (let size = await chunkSize(input); size > 0; size = await chunkSize(input)) {
        yield* exactly(input, size);
        if ((await line(input)) !== '') throw new Error('a piece of the answer is longer than it says');
      }
      while ((await line(input)) !== '');
    } else if (length !== undefined) {
      if (!/^\d{1,15}$/.test(length)) throw new Error('the length of the answer is no number');
      yield* exactly(input, Number(length));
    } else {
      for (let piece = await input.take(); piece !== undefined; piece = await input.take()) yield piece;
      return;
    }
    idle = lasting;
  }

  const wire: Wire = {
    get idle() {
      return idle && !input.ended;
    },
    rest() {
      socket.unref();
      return wire;
    },
    async send({ method, path, headers, body: text }) {
      idle = false;
      socket.ref();
      const length = text === undefined ? [] : [['content-length', String(Buffer.byteLength(text))]];
      const lines = [...Object.entries(headers), ...length].map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text ?? ''}`);
      const { status, headers: found } = headOf(await head(input));
      return { status, headers: found, body: body(found, status) };
    },
    become() {
      input.stop();
      return socket;
    },
    close: () => void socket.destroy(),
  };
  return wire;
}

interface Input {
  readonly ended: boolean;
  /** What came next; undefined at the end. @throws Error when the connection broke */
  take(): Promise<Buffer | undefined>;
  /** The next bytes taken are these. */
  giveBack(bytes: Buffer): void;
  /** Listens no longer; what was not taken is in the socket again. */
  stop(): void;
}

function inputOf(socket: Socket): Input {
  const pieces: Buffer[] = [];
  let waiting = 0;
  let ended = false;
  let broken: Error | undefined;
  let wake = () => {};
  const onData = (bytes: Buffer) => {
    pieces.push(bytes);
    waiting += bytes.length;
    if (waiting > MOST_WAITING) socket.pause();
    wake();
  };
  const onEnd = () => {
    ended = true;
    wake();
  };
  const onError = (error: Error) => {
    broken = error;
    onEnd();
  };
  socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);
  return {
    get ended() {
      return ended;
    },
    async take() {
      while (pieces.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
      const piece = pieces.shift();
      if (piece === undefined && broken !== undefined) throw broken;
      waiting -= piece?.length ?? 0;
      if (socket.isPaused() && waiting < MOST_WAITING) socket.resume();
      return piece;
    },
    giveBack(bytes) {
      if (bytes.length === 0) return;
      pieces.unshift(bytes);
      waiting += bytes.length;
    },
    stop() {
      socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
      socket.pause();
      if (pieces.length > 0) socket.unshift(Buffer.concat(pieces.splice(0)));
    },
  };
}

/** All up to the empty line. */
function head(input: Input): Promise<string> {
  return until(input, '\r\n\r\n', LONGEST_HEAD);
}

function line(input: Input): Promise<string> {
  return until(input, '\r\n', LONGEST_LINE);
}

async function until(input: Input, mark: string, longest: number): Promise<string> {
  let seen: Buffer = Buffer.alloc(0);
  for (;;) {
    const piece = await input.take();
    if (piece === undefined) throw new Error('the connection ended');
    seen = seen.length === 0 ? piece : Buffer.concat([seen, piece]);
    const end = seen.indexOf(mark);
    if (end >= 0 && end <= longest) {
      input.giveBack(seen.subarray(end + mark.length));
      return seen.toString('latin1', 0, end);
    }
    if (seen.length > longest) throw new Error('the answer is none of a service');
  }
}

async function chunkSize(input: Input): Promise<number> {
  const [digits = ''] = (await line(input)).split(';', 1);
  if (!/^[0-9a-fA-F]{1,8}$/.test(digits)) throw new Error('the answer is none of a service');
  return Number.parseInt(digits, 16);
}

async function* exactly(input: Input, size: number): AsyncGenerator<Buffer, void> {
  for (let left = size; left > 0; ) {
    const piece = await input.take();
    if (piece === undefined) throw new Error('the connection ended');
    if (piece.length > left) input.giveBack(piece.subarray(left));
    const taken = piece.length > left ? piece.subarray(0, left) : piece;
    left -= taken.length;
    yield taken;
  }
}

function headOf(text: string): { readonly status: number; readonly headers: ReadonlyMap<string, string> } {
  const [first = '', ...rest] = text.split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})(?: |$)/.exec(first)?.[1]);
  if (!(status >= 101)) throw new Error('the answer is none of a service');
  const headers = new Map<string, string>();
  for (const each of rest) {
    const end = each.indexOf(':');
    if (end > 0) headers.set(each.slice(0, end).trim().toLowerCase(), each.slice(end + 1).trim());
  }
  return { status, headers };
}
