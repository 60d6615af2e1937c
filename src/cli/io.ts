import { writeSync } from 'node:fs';
import { unheard } from './unheard.ts';

/** Where a subcommand writes: stdout is for its result, stderr for people. */
export interface Io {
  stdout(text: string): void;
  stderr(text: string): void;
  /** Whether people look at stderr: progress and colour go nowhere else. */
  readonly stderrIsTerminal: boolean;
}

/** Whole texts to descriptors, at once. A reader that has gone away is not an error of ours. */
export function processIo(stderrIsTerminal: boolean): Io {
  return { stdout: (text) => write(1, text), stderr: (text) => write(2, unheard(text)), stderrIsTerminal };
}

function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
        continue;
      }
      if (code === 'EPIPE' || code === 'EBADF' || code === 'EIO') return;
      throw error;
    }
  }
}
