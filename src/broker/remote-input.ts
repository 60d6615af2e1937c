import { read } from 'node:fs';
import { GateError } from '../errors.ts';

/** Bytes of standard input that are sent to a service, where a command reads them as code. */
const MOST_INPUT = 512 * 1024;
const AGAIN_MILLISECONDS = 5;

/** Whether the service asks for what a command reads from its standard input. */
export function needsInput(error: unknown): boolean {
  return error instanceof GateError && (error.cause as { code?: unknown } | undefined)?.code === 'NEEDS_INPUT';
}

/**
 * All of standard input, in Base64. People decide about it, so it is read to its end first.
 *
 * @throws GateError REQUEST_UNREADABLE when there is more than people could look at
 */
export async function wholeInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for (let size = 0; ; ) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const count = await readSome(chunk);
    if (count === 0) return Buffer.concat(chunks).toString('base64');
    size += count;
    if (size > MOST_INPUT) {
      throw new GateError('REQUEST_UNREADABLE', `standard input is longer than ${MOST_INPUT / 1024} KiB`, {
        hint: 'the command reads it as code, and a service takes no more of it: put it into a file that the command can read',
      });
    }
    chunks.push(chunk.subarray(0, count));
  }
}

function readSome(chunk: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const attempt = () =>
      read(0, chunk, 0, chunk.length, null, (error, count) => {
        // Somebody else made it non-blocking.
        if (error?.code === 'EAGAIN') setTimeout(attempt, AGAIN_MILLISECONDS);
        else if (error) reject(new GateError('REQUEST_UNREADABLE', 'standard input cannot be read', { cause: error }));
        else resolve(count);
      });
    attempt();
  });
}
