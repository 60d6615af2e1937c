import { closeSync } from 'node:fs';

/**
 * A pipe of the kernel for what a child writes. The runtimes give children socket pairs instead, and then
 * `echo >/dev/stderr` fails in a child on Linux, because a socket cannot be opened by that name.
 */
export interface Pipe {
  /** For the child; close it here once the child has started. */
  readonly write: number;
  closeWrite(): void;
  /** Calls back with every piece; resolves at the end, or after `stop`. */
  read(onPiece: (piece: Uint8Array) => void): Promise<void>;
  /** Nobody reads any more: whoever still writes gets EPIPE. */
  stop(): void;
}

/** Undefined where the runtime has no way to make one (Node, and Bun elsewhere than on Linux). */
export async function pipe(): Promise<Pipe | undefined> {
  if (typeof Bun === 'undefined' || process.platform !== 'linux') return undefined;
  const { dlopen, ptr } = await import('bun:ffi');
  const { symbols } = dlopen('libc.so.6', { pipe2: { args: ['ptr', 'i32'], returns: 'i32' } });
  const ends = new Int32Array(2);
  if (symbols.pipe2(ptr(ends), O_CLOEXEC) !== 0) return undefined;
  const [source = -1, write = -1] = ends;
  const reader = Bun.file(source).stream().getReader();
  let stopped = false;
  return {
    write,
    closeWrite: () => closeSync(write),
    async read(onPiece) {
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) break;
          if (!stopped) onPiece(value);
        }
      } catch {
        // Stopped in the middle of a read.
      } finally {
        // Bun leaves a descriptor that it did not open itself.
        closeSync(source);
      }
    },
    stop() {
      if (stopped) return;
      stopped = true;
      reader.cancel().catch(() => {});
    },
  };
}

const O_CLOEXEC = 0o2000000;

declare const Bun: undefined | { file(descriptor: number): { stream(): ReadableStream<Uint8Array> } };
