import { readSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { LONGEST_PAYLOAD, pieces } from '../../broker/run-frames.ts';
import { type Channel, openChannel } from '../../platform/channel.ts';
import { resizeTerminal, type TerminalPair } from '../../platform/terminal.ts';
import type { Berth } from './berth.ts';
import type { Line } from './line.ts';
import type { Order } from './runner.ts';

/** The bytes between a command and its client, at the pace of the slower one. */
export interface Streams {
  /** From now on the command runs. */
  start(): void;
  /** The client is gone: what is still written is read and thrown away, so that no pipe breaks before the signal is heard; a terminal hangs up. */
  abandon(): void;
  stop(): void;
  /** Resolves when all output has ended, at the latest after this time. */
  quiet(milliseconds: number): Promise<void>;
  /**
   * Resolves when all that was written is sent.
   * @param empty no process is left that could still write
   */
  delivered(empty: boolean): Promise<void>;
}

export interface Ends {
  readonly berth: Berth;
  readonly pair: TerminalPair | undefined;
  readonly order: Order;
  readonly line: Line;
  /** To the whole group of the command. */
  signal(number: number): void;
}

/** How much of the client's stdin may be on its way: as much as a pipe holds. */
const WINDOW = LONGEST_PAYLOAD;
/** Without output for so long, a stream that something unknown keeps open has ended. */
const SILENCE_MILLISECONDS = 500;
const END_OF_INPUT = Uint8Array.of(4);

export async function attach({ berth, pair, order, line, signal }: Ends): Promise<Streams> {
  const terminal = pair === undefined ? undefined : await openChannel(pair.descriptor, 'terminal');
  const at = new Set(terminal === undefined ? [] : order.terminal?.streams);
  const input = terminal ?? berth.stdin;
  const outputs = outputsOf();
  const unused = [berth.stdin, berth.stdout, berth.stderr].filter(
    (channel) => channel !== input && !outputs.some((output) => output.channel === channel),
  );
  for (const channel of unused) channel.close();

  let stopped = false;
  /** Bytes of stdin that the client was asked for and has not sent. */
  let wanted = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let moved = performance.now();
  let blocked = 0;
  let reading: Promise<unknown> = Promise.resolve();

  return {
    start() {
      reading = Promise.all(outputs.map(({ channel, kind }) => channel.read((piece) => give(kind, piece))));
      line.onFrame((frame) => {
        if (frame.kind === 'stdin') take(frame.bytes);
        else if (frame.kind === 'stdin-end') queue = queue.then(endInput);
        else if (frame.kind === 'signal') signal(frame.number);
        else if (frame.kind === 'resize' && pair && !stopped)
          void resizeTerminal(pair.descriptor, frame.cols, frame.rows);
        else if (frame.kind === 'unread')
          for (const output of outputs) if (output.stream === frame.stream) output.channel.close();
      });
      if (order.stdin !== undefined) queue = pour(order.stdin);
      else want(WINDOW);
    },
    abandon() {
      stopped = true;
      input.close();
    },
    stop,
    async quiet(milliseconds) {
      const timer = new AbortController();
      const late = sleep(milliseconds, undefined, { signal: timer.signal }).catch(() => {});
      await Promise.race([reading, late]);
      timer.abort();
    },
    async delivered(empty) {
      let over = false;
      const done = reading.then(() => {
        over = true;
      });
      // A terminal tells its end only when nobody has it open; what is left in it is read at once.
      while (!empty && !over) {
        await Promise.race([done, sleep(SILENCE_MILLISECONDS)]);
        if (blocked === 0 && performance.now() - moved >= SILENCE_MILLISECONDS) break;
      }
      if (empty) await done;
      stop();
    },
  };

  function outputsOf() {
    const made: { readonly channel: Channel; readonly kind: 'stdout' | 'stderr'; readonly stream: 1 | 2 }[] = [];
    if (terminal)
      made.push(
        at.has(1) ? { channel: terminal, kind: 'stdout', stream: 1 } : { channel: terminal, kind: 'stderr', stream: 2 },
      );
    if (!at.has(1)) made.push({ channel: berth.stdout, kind: 'stdout', stream: 1 });
    if (!at.has(2)) made.push({ channel: berth.stderr, kind: 'stderr', stream: 2 });
    return made;
  }

  async function give(kind: 'stdout' | 'stderr', bytes: Uint8Array): Promise<void> {
    for (const piece of pieces(bytes)) {
      blocked++;
      const there = await line.sendSlowly({ kind, bytes: piece });
      blocked--;
      moved = performance.now();
      if (!there) return;
    }
  }

  function want(bytes: number): void {
    wanted += bytes;
    line.send({ kind: 'want', bytes });
  }

  function take(bytes: Uint8Array): void {
    if (bytes.length > wanted) {
      line.fail('more of stdin than was asked for');
      return;
    }
    wanted -= bytes.length;
    queue = queue.then(async () => {
      // A command that has closed its stdin needs no more of it.
      if (!stopped && (await input.write(bytes))) want(bytes.length);
    });
  }

  async function endInput(): Promise<void> {
    if (terminal) await terminal.write(END_OF_INPUT);
    else input.close();
  }

  /** A spooled stdin. */
  async function pour(descriptor: number): Promise<void> {
    const buffer = Buffer.alloc(LONGEST_PAYLOAD);
    for (let at = 0; !stopped; ) {
      const count = readSync(descriptor, buffer, 0, buffer.length, at);
      if (count === 0 || !(await input.write(buffer.subarray(0, count)))) break;
      at += count;
    }
    await endInput();
  }

  function stop(): void {
    stopped = true;
    input.close();
    for (const { channel } of outputs) channel.close();
  }
}
