import type { Duplex } from 'node:stream';
import { encodeFrame, type Frame, FrameDecoder, frameParts } from '../../broker/run-frames.ts';
import type { Exit } from '../../execution/execution.ts';

/** The service's end of a run's connection. */
export interface Line {
  /** False: the client is gone, and nobody gets it. */
  send(frame: Frame): boolean;
  /** Sends it, and resolves when there is room for the next: false when the client is gone. */
  sendSlowly(frame: Frame): Promise<boolean>;
  /** Frames of the client from now on; those that came before are given at once. */
  onFrame(take: (frame: Frame) => void): void;
  /** The client is gone, or sent what is no frame; never after `finish`. */
  onGone(call: () => void): void;
  /** The last frame. */
  finish(exit: Exit): void;
  fail(message: string): void;
}

/** Much more than a client has to say before the command runs: window sizes, signals. */
const MOST_EARLY = 1024;
/** How long a client that has got everything may stay. */
const FAREWELL_MILLISECONDS = 5000;

export function openLine(connection: Duplex): Line {
  const decoder = new FrameDecoder('client');
  const early: Frame[] = [];
  let take: ((frame: Frame) => void) | undefined;
  const calls: (() => void)[] = [];
  const room = new Set<(there: boolean) => void>();
  let gone = false;
  let finished = false;

  const leave = () => {
    if (gone) return;
    gone = true;
    for (const call of room) call(false);
    room.clear();
    connection.destroy();
    if (!finished) for (const call of calls) call();
  };
  connection.on('data', (bytes: Uint8Array) => {
    for (const frame of decoder.push(bytes)) {
      if (take) take(frame);
      else early.push(frame);
    }
    if (decoder.wrong !== undefined || early.length > MOST_EARLY) fail(decoder.wrong ?? 'too many frames');
  });
  connection.on('drain', () => {
    for (const call of room) call(true);
    room.clear();
  });
  // A client has no half of a connection to close: it says when its input ends.
  connection.on('end', leave);
  connection.on('error', leave);
  connection.on('close', leave);

  const write = (frame: Frame) => {
    if (gone || finished) return false;
    const [header, payload] = frameParts(frame);
    connection.cork();
    connection.write(header);
    const hasRoom = connection.write(payload);
    connection.uncork();
    return hasRoom;
  };
  const end = (frame: Frame) => {
    if (gone || finished) return;
    finished = true;
    connection.once('finish', () => setTimeout(leave, FAREWELL_MILLISECONDS).unref());
    connection.end(encodeFrame(frame));
  };
  const fail = (message: string) => {
    end({ kind: 'error', message });
    if (gone) return;
    // Nobody is listened to any more, and the command ends as when the client is gone.
    gone = true;
    for (const call of room) call(false);
    room.clear();
    for (const call of calls) call();
  };
  return {
    send(frame) {
      write(frame);
      return !gone;
    },
    sendSlowly(frame) {
      if (write(frame)) return Promise.resolve(true);
      if (gone || finished) return Promise.resolve(false);
      return new Promise((resolve) => room.add(resolve));
    },
    onFrame(taker) {
      take = taker;
      for (const frame of early.splice(0)) taker(frame);
    },
    onGone(call) {
      calls.push(call);
      if (gone) call();
    },
    finish: (exit) => end({ kind: 'exit', exit }),
    fail,
  };
}
