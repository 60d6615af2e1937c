import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Event } from '../../cli/events.ts';
import { type Pipe, pipe } from '../../platform/pipe.ts';
import { type Capture, capture, type Output } from './capture.ts';
import { type EventLines, eventLines } from './event-lines.ts';
import type { OwnGate } from './own-gate.ts';

/** One `gate -- COMMAND` or `gate --resume ID` that this server started, from the first line to what is left of it. */
export interface Run {
  readonly events: Pick<EventLines, 'request' | 'last' | 'started'>;
  /** What the command wrote so far; gate's own lines are not in it. */
  stdout(): Output;
  stderr(): Output;
  /** Why it could not be started, or what gate said when it ended without a last line. */
  trouble(): string | undefined;
  /** Something outlives the command and holds its output open. */
  heldOpen(): boolean;
  over(): boolean;
  readonly ended: Promise<void>;
  /** Called at every event and every piece of output, until the returned function is called. */
  watch(watcher: Watcher): () => void;
  /**
   * Sends a signal, each once and HUP not after TERM, to gate alone: a waiter ends and its request goes on; a command
   * that runs is sent it by gate. What is left of its process group after gate's end is sent it then.
   */
  stop(signal: 'SIGTERM' | 'SIGHUP'): void;
}

export interface Watcher {
  event?(event: Event): void;
  output?(piece: Uint8Array): void;
}

export interface Wanted {
  /** Arguments of gate. */
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly stdin?: string;
}

/** How long the output may be silent after gate's end before whoever still holds it open is left alone. */
const SILENCE_MS = 300;

export async function startRun(gate: OwnGate, { args, cwd, stdin }: Wanted): Promise<Run> {
  const watchers = new Set<Watcher>();
  const events = eventLines((event) => {
    for (const watcher of [...watchers]) watcher.event?.(event);
  });
  const out = capture();
  const err = capture();
  let seenOfErr = 0;
  let trouble: string | undefined;
  let heldOpen = false;
  let over = false;
  let stopping: NodeJS.Signals | undefined;

  const pipes = [await pipe(), await pipe()] as const;
  let child: ChildProcess | undefined;
  const streams: Promise<void>[] = [];
  try {
    const input = stdin === undefined ? 'ignore' : spooled(gate.spool, stdin);
    child = spawn(gate.program, [...gate.first, '--events', '3', '--json', ...args], {
      env: cwd === undefined ? gate.environment : { ...gate.environment, PWD: cwd },
      ...(cwd === undefined ? {} : { cwd }),
      stdio: [input, pipes[0]?.write ?? 'pipe', pipes[1]?.write ?? 'pipe', 'pipe'],
      // A session of its own: a password prompt does not reach the client's terminal, nor Ctrl-C there the command.
      detached: true,
    });
    if (typeof input === 'number') closeSync(input);
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  }
  for (const each of pipes) each?.closeWrite();

  let lively = () => {};
  const take = (into: Capture, own: boolean) => (piece: Uint8Array) => {
    into.add(piece);
    lively();
    if (!events.started()) {
      if (own) seenOfErr += piece.length;
      return;
    }
    // Until `started` all of it was gate's.
    const skip = own ? Math.max(0, events.own().before - seenOfErr) : 0;
    if (own) seenOfErr += piece.length;
    if (skip < piece.length) for (const watcher of [...watchers]) watcher.output?.(piece.subarray(skip));
  };
  const read = (made: Pipe | undefined, stream: Readable | null | undefined, onPiece: (piece: Uint8Array) => void) =>
    made === undefined ? flow(stream, onPiece) : made.read(onPiece);
  streams.push(read(pipes[0], child?.stdout, take(out, false)), read(pipes[1], child?.stderr, take(err, true)));
  const told = flow(child?.stdio[3] as Readable | null | undefined, events.add);

  const gone = new Promise<void>((resolve) => {
    if (child === undefined) return resolve();
    child.on('error', (error) => {
      trouble = error.message;
      if (child?.pid === undefined) resolve();
    });
    child.on('exit', () => resolve());
  });

  const ended = (async () => {
    await gone;
    if (stopping !== undefined) signalGroup(child?.pid, stopping);
    const all = Promise.all([...streams, told]).then(() => 'closed' as const);
    const silent = new Promise<'silent'>((resolve) => {
      let timer = setTimeout(resolve, SILENCE_MS, 'silent');
      lively = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, SILENCE_MS, 'silent');
      };
      void all.then(() => clearTimeout(timer));
    });
    heldOpen = (await Promise.race([all, silent])) === 'silent';
    for (const each of pipes) each?.stop();
    for (const each of child?.stdio ?? []) each?.destroy();
    if (lastOf(events) === undefined) trouble ??= err.output().content.trim() || 'gate ended without a word';
    over = true;
  })();

  return {
    events,
    stdout: () => out.output(),
    stderr: () => err.output(events.started() ? events.own() : { before: Number.MAX_SAFE_INTEGER, after: 0 }),
    trouble: () => trouble,
    heldOpen: () => heldOpen,
    over: () => over,
    ended,
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    stop(signal) {
      if (over || stopping === signal || stopping === 'SIGTERM') return;
      stopping = signal;
      child?.kill(signal);
    },
  };
}

/** The line that says whether it ran. */
export function lastOf(events: Pick<EventLines, 'last'>) {
  return events.last('finished', 'refused', 'expired', 'pending', 'failed');
}

/** A private file without a name, at its start: a command may open `/dev/stdin` again, and gate can see what is in it. */
function spooled(directory: string, text: string): number {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, `${crypto.randomUUID()}.mcp`);
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
    return openSync(path, 'r');
  } finally {
    rmSync(path, { force: true });
  }
}

function flow(stream: Readable | null | undefined, onPiece: (piece: Uint8Array) => void): Promise<void> {
  if (!stream) return Promise.resolve();
  return new Promise((resolve) => {
    stream.on('data', onPiece);
    stream.on('error', () => resolve());
    stream.on('close', () => resolve());
  });
}

function signalGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody is left.
  }
}
