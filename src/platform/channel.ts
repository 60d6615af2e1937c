import { closeSync } from 'node:fs';

/** One descriptor of this process, a pipe's end or the main side of a terminal: bytes in and out, at the pace of the other side. */
export interface Channel {
  /** Calls back with every piece, and reads the next one when it has settled; resolves at the end, or once closed. */
  read(onPiece: (piece: Uint8Array) => Promise<void>): Promise<void>;
  /** Resolves when there is room for more: false when nobody reads it any more. */
  write(bytes: Uint8Array): Promise<boolean>;
  /** Closes the descriptor, whatever is under way. */
  close(): void;
}

/** @param kind what the descriptor is; it belongs to the channel from now on */
export async function openChannel(descriptor: number, kind: 'reads' | 'writes' | 'terminal'): Promise<Channel> {
  return typeof Bun === 'undefined' ? nodeChannel(descriptor, kind) : bunChannel(descriptor);
}

/** Bun reads and writes by `Bun.file`, waits with epoll, and leaves closing to whoever opened. */
function bunChannel(descriptor: number): Channel {
  const file = Bun!.file(descriptor);
  let reader: ReturnType<ReturnType<typeof file.stream>['getReader']> | undefined;
  let sink: ReturnType<typeof file.writer> | undefined;
  let closed = false;
  return {
    async read(onPiece) {
      if (closed) return;
      reader = file.stream().getReader();
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done || closed) return;
          await onPiece(value);
        }
      } catch (error) {
        if (!isOver(error)) throw error;
      }
    },
    async write(bytes) {
      if (closed) return false;
      sink ??= file.writer();
      try {
        await sink.write(bytes);
        await sink.flush();
        return !closed;
      } catch (error) {
        if (!isOver(error)) throw error;
        return false;
      }
    },
    close() {
      if (closed) return;
      closed = true;
      reader?.cancel().catch(() => {});
      try {
        Promise.resolve(sink?.end()).catch(() => {});
      } catch {
        // What was not written has no reader.
      }
      closeSync(descriptor);
    },
  };
}

async function nodeChannel(descriptor: number, kind: 'reads' | 'writes' | 'terminal'): Promise<Channel> {
  const stream = await nodeStream(descriptor, kind);
  stream.on('error', () => {}); // Told by what reads and writes.
  return {
    async read(onPiece) {
      try {
        for await (const piece of stream) await onPiece(piece as Uint8Array);
      } catch (error) {
        if (!isOver(error)) throw error;
      }
    },
    write: (bytes) =>
      new Promise((resolve) => {
        if (stream.destroyed) resolve(false);
        else stream.write(bytes, (error) => resolve(!error));
      }),
    close: () => {
      stream.destroy();
    },
  };
}

async function nodeStream(descriptor: number, kind: 'reads' | 'writes' | 'terminal') {
  if (kind === 'terminal') return new (await import('node:tty')).ReadStream(descriptor);
  const { Socket } = await import('node:net');
  return new Socket({ fd: descriptor, readable: kind === 'reads', writable: kind === 'writes' });
}

/** The end of a pipe or terminal (EIO: nobody has the other side open), or of this channel itself. */
function isOver(error: unknown): boolean {
  const { code } = error as { code?: string };
  return ['EPIPE', 'EIO', 'EBADF', 'ECANCELED', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'].includes(
    code ?? '',
  );
}

declare const Bun:
  | undefined
  | {
      file(descriptor: number): {
        stream(): ReadableStream<Uint8Array>;
        writer(): {
          write(bytes: Uint8Array): number | Promise<number>;
          flush(): number | Promise<number>;
          end(): unknown;
        };
      };
    };
