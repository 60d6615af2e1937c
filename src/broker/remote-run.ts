import { read, write } from 'node:fs';
import type { Duplex } from 'node:stream';
import { isatty } from 'node:tty';
import { GateError } from '../errors.ts';
import type { Exit } from '../execution/execution.ts';
import { forwardSignals, inForeground } from '../execution/signals.ts';
import { signalNumber } from '../platform/spawn.ts';
import { rawTerminal, terminalSize } from '../platform/terminal.ts';
import { encodeFrame, type Frame, FrameDecoder, LONGEST_PAYLOAD } from './run-frames.ts';

/** What the service needs to know of the terminal here. */
export interface Terminal {
  readonly cols: number;
  readonly rows: number;
  /** Which of stdin, stdout and stderr are at it; stdin is. */
  readonly streams: readonly (0 | 1 | 2)[];
}

/**
 * The terminal that a command should have where it runs: there is one when keys and something to show are at one here, and it is ours to read.
 * A job in the background has none: it would be stopped.
 */
export async function terminalHere(): Promise<Terminal | undefined> {
  const streams = ([0, 1, 2] as const).filter((stream) => isatty(stream));
  if (streams[0] !== 0 || streams.length === 1 || !inForeground()) return undefined;
  return { ...(await terminalSize(0)), streams };
}

/**
 * The client's end of a run: this process's stdin, stdout and stderr are those of the command. Resolves with how it ended;
 * the process should then end in the same way.
 *
 * Nothing is read from stdin before the service asks for it, and never more than it asked for. Descriptors are used as they are:
 * not made non-blocking, which whoever shares them would notice.
 *
 * @param terminal what `terminalHere` said when the run was asked for
 * @throws GateError CHANNEL_UNAVAILABLE when the connection ends before the command does, or the service says why it cannot be known
 */
export async function remoteRun(
  connection: Duplex,
  terminal: Terminal | undefined,
  onStarted: () => void = () => {},
): Promise<Exit> {
  const send = (frame: Frame) => connection.writable && connection.write(encodeFrame(frame));
  const signals = forwardSignals(() => false);
  signals.to({ kill: (signal) => void send({ kind: 'signal', number: signalNumber(signal) }) });
  const onResize = () => {
    void terminalSize(0).then((size) => send({ kind: 'resize', ...size }));
  };
  const restore = terminal === undefined ? () => {} : await rawTerminal(0);
  if (terminal) process.on('SIGWINCH', onResize);
  process.on('exit', restore);
  const input = sendInput(connection, send);
  try {
    // It may have changed since the run was asked for.
    if (terminal) onResize();
    return await follow(connection, send, input.want, onStarted);
  } finally {
    input.stop();
    restore();
    process.off('exit', restore);
    process.off('SIGWINCH', onResize);
    signals.stop();
    connection.destroy();
  }
}

/** Takes what comes, one after the other, at the pace of those who read our output. */
async function follow(
  connection: Duplex,
  send: (frame: Frame) => unknown,
  want: (bytes: number) => void,
  onStarted: () => void,
): Promise<Exit> {
  const decoder = new FrameDecoder('service');
  const unread = new Set<1 | 2>();
  try {
    for await (const bytes of connection) {
      for (const frame of decoder.push(bytes as Uint8Array)) {
        if (frame.kind === 'exit') return frame.exit;
        if (frame.kind === 'error') throw lostRun(frame.message);
        if (frame.kind === 'started') onStarted();
        else if (frame.kind === 'want') want(frame.bytes);
        else if (frame.kind === 'stdout' || frame.kind === 'stderr') {
          const stream = frame.kind === 'stdout' ? 1 : 2;
          if (unread.has(stream) || (await writeAll(stream, frame.bytes))) continue;
          unread.add(stream);
          send({ kind: 'unread', stream });
        }
      }
      if (decoder.wrong !== undefined) throw lostRun(decoder.wrong);
    }
  } catch (error) {
    throw error instanceof GateError ? error : lostRun('the connection broke', error);
  }
  throw lostRun('the connection ended');
}

/** A run whose end this process does not see: the record knows what became of it. */
export function lostRun(why: string, cause?: unknown): GateError {
  return new GateError('CHANNEL_UNAVAILABLE', `the service does not say how the command ended: ${why}`, {
    hint: 'gate list shows what became of the request; the service ends a command whose client is gone',
    cause,
  });
}

/** Sends stdin on, so much as is wanted. */
function sendInput(connection: Duplex, send: (frame: Frame) => unknown) {
  const buffer = Buffer.alloc(LONGEST_PAYLOAD);
  let wanted = 0;
  let busy = false;
  let over = false;

  async function pump(): Promise<void> {
    if (busy) return;
    busy = true;
    while (!over && wanted > 0) {
      const count = await readSome(buffer, wanted);
      if (over) return;
      if (count === 0) {
        over = true;
        send({ kind: 'stdin-end' });
        return;
      }
      wanted -= count;
      // The frame is a copy, so the buffer is free again.
      const hasRoom = send({ kind: 'stdin', bytes: buffer.subarray(0, count) });
      if (!hasRoom && connection.writable) await new Promise((resolve) => connection.once('drain', resolve));
    }
    busy = false;
  }

  return {
    want(bytes: number) {
      wanted += bytes;
      // A job in the background that read its terminal would be stopped.
      if (!isatty(0) || inForeground()) void pump();
    },
    stop() {
      over = true;
    },
  };
}

const AGAIN_MILLISECONDS = 5;

/** At most `most` bytes; 0 at the end, which a terminal that hung up and a closed stdin are as well. */
function readSome(buffer: Buffer, most: number): Promise<number> {
  return new Promise((resolve) => {
    const attempt = () =>
      read(0, buffer, 0, Math.min(buffer.length, most), null, (error, count) => {
        // Somebody else made it non-blocking.
        if (error?.code === 'EAGAIN') setTimeout(attempt, AGAIN_MILLISECONDS);
        else resolve(error ? 0 : count);
      });
    attempt();
  });
}

/** False: nobody reads it any more. */
function writeAll(stream: 1 | 2, bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const attempt = (at: number) =>
      write(stream, bytes, at, bytes.length - at, null, (error, count) => {
        if (error?.code === 'EAGAIN') setTimeout(attempt, AGAIN_MILLISECONDS, at);
        else if (error) resolve(false);
        else if (at + count < bytes.length) attempt(at + count);
        else resolve(true);
      });
    if (bytes.length === 0) resolve(true);
    else attempt(0);
  });
}
