import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { isatty, ReadStream, WriteStream } from 'node:tty';
import { errno, GateError } from '../../errors.ts';
import { pagesOf, type Size, SMALLEST, USUAL } from './pages.ts';

/** Keys typed before people can have read the prompt are thrown away. */
const DEAF_MILLISECONDS = 500;
/** Nobody notices; and no read is ever left behind that would swallow a key meant for the command. */
const LOOK_MILLISECONDS = 20;

/** Of an answer; a word is shorter. */
const LONGEST_LINE = 1000;

/** `settled`: the signal ended it before anything was entered. */
export type Typed = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'interrupted' | 'settled' };

/**
 * Asks on the controlling terminal, never through a redirected stdin or stdout, so neither a pipe nor the command's
 * output is touched. What was typed before the question was drawn, and in the half second after, does not count. What
 * does not fit the screen comes in pages, and the question only after the last one.
 *
 * @param about lines of printable ASCII: what the question is about
 * @param question one line of printable ASCII
 * @param settled ends it when the question is no longer open
 * @throws GateError CHANNEL_UNAVAILABLE when the terminal is gone, or too small to show anything on
 */
export function askOnTerminal(about: string, question: string, settled?: AbortSignal): Promise<Typed> {
  return atTerminal(about, question, { ...(settled && { settled }), hidden: false });
}

/**
 * Asks for a secret: nothing of it is shown, and every character counts, not only ASCII. It listens at once, because
 * nobody types a secret by accident; what was typed before the question was drawn does not count here either.
 */
export function askHidden(question: string): Promise<Typed> {
  return atTerminal('', question, { hidden: true });
}

interface Manner {
  readonly settled?: AbortSignal;
  readonly hidden: boolean;
}

async function atTerminal(about: string, question: string, manner: Manner): Promise<Typed> {
  const size = sizeOfTerminal();
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows) {
    throw new GateError('CHANNEL_UNAVAILABLE', `the terminal is too small: ${size.columns}x${size.rows}`, {
      hint: 'make it larger, so that what you decide on can be seen',
    });
  }
  const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants;
  let keyboard: number;
  let modes: ReadStream;
  try {
    keyboard = openSync('/dev/tty', O_RDWR | O_NOCTTY | O_NONBLOCK);
    // For its mode only, and the stream closes its descriptor: nothing is read through it.
    modes = new ReadStream(openSync('/dev/tty', O_RDWR | O_NOCTTY));
  } catch (cause) {
    throw new GateError('CHANNEL_UNAVAILABLE', 'the terminal cannot be opened', { cause });
  }
  modes.on('error', () => {});
  const calm = () => modes.setRawMode(false);
  const release = calmWhenKilled(calm);
  const say = (text: string) => sayAll(keyboard, text);
  try {
    modes.setRawMode(true);
    const pages = pagesOf(about, size);
    for (const [index, page] of pages.entries()) {
      say(`${page.join('\r\n')}\r\n`);
      const last = index === pages.length - 1;
      if (manner.hidden) keysAt(keyboard);
      say(last ? question : `-- page ${index + 1} of ${pages.length}: press Enter for the next --`);
      const typed = await readLine(keyboard, last && !manner.hidden ? say : () => {}, manner);
      if (last || typed.kind !== 'line') return typed;
      say('\r\n');
    }
    return { kind: 'interrupted' };
  } finally {
    say('\r\n');
    calm();
    release();
    modes.destroy();
    closeSync(keyboard);
  }
}

/** A terminal is given back as it was, also when gate is told to end. */
function calmWhenKilled(calm: () => void): () => void {
  const signals = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const;
  const handlers = signals.map((signal) => {
    const handler = () => {
      calm();
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  process.once('exit', calm);
  return () => {
    process.off('exit', calm);
    for (const off of handlers) off();
  };
}

/** @param say echoes */
function readLine(keyboard: number, say: (text: string) => void, { settled, hidden }: Manner): Promise<Typed> {
  let line = '';
  let listening = hidden;
  const began = performance.now();
  const take = (key: string | undefined): Typed | undefined => {
    if (key === undefined || key === '\u0003' || key === '\u0004') return { kind: 'interrupted' };
    if (!listening) return undefined;
    if (key === '\r' || key === '\n') return { kind: 'line', text: hidden ? utf8(line) : line };
    if (key === '\u007f' || key === '\b') {
      if (line !== '') say('\b \b');
      line = line.slice(0, -1);
    } else if (((key >= ' ' && key <= '~') || (hidden && key >= '\u0080')) && line.length < LONGEST_LINE) {
      line += key;
      say(key);
    }
    return undefined;
  };
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      for (const key of keysAt(keyboard)) {
        const typed = take(key);
        if (typed === undefined) continue;
        clearInterval(timer);
        resolve(typed);
        return;
      }
      if (settled?.aborted) {
        clearInterval(timer);
        resolve({ kind: 'settled' });
        return;
      }
      // Only now: what was there when the half second ended was typed before, also when gate had been stopped.
      listening ||= performance.now() - began >= DEAF_MILLISECONDS;
    }, LOOK_MILLISECONDS);
  });
}

/** Keys come one byte each. */
function utf8(line: string): string {
  return Buffer.from(line, 'latin1').toString();
}

/** Everything that was typed and not read yet; `undefined` when the terminal is gone. */
function keysAt(keyboard: number): readonly (string | undefined)[] {
  const keys: (string | undefined)[] = [];
  const chunk = Buffer.alloc(256);
  for (;;) {
    try {
      const count = readSync(keyboard, chunk);
      if (count === 0) return [...keys, undefined];
      keys.push(...chunk.toString('latin1', 0, count));
    } catch (error) {
      return errno(error) === 'EAGAIN' ? keys : [...keys, undefined];
    }
  }
}

/** A terminal that is slow, or stopped with Ctrl-S, is waited for. */
function sayAll(terminal: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(terminal, bytes, done);
    } catch (error) {
      if (errno(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

export function isTerminal(descriptor: number): boolean {
  return isatty(descriptor);
}

/** @throws GateError CHANNEL_UNAVAILABLE when what is to be read needs more room than the terminal has */
export function requireRoom({ columns, rows }: Size, what: string): void {
  const size = sizeOfTerminal();
  if (size.columns >= columns && size.rows >= rows) return;
  throw new GateError('CHANNEL_UNAVAILABLE', `the terminal is too small: ${size.columns}x${size.rows}`, {
    hint: `${what} needs ${columns}x${rows} at least`,
  });
}

/** Of the controlling terminal. */
export function sizeOfTerminal(): Size {
  let screen: WriteStream | undefined;
  try {
    screen = new WriteStream(openSync('/dev/tty', constants.O_RDWR | constants.O_NOCTTY));
    const { columns, rows } = screen;
    return { columns: columns || USUAL.columns, rows: rows || USUAL.rows };
  } catch {
    return USUAL;
  } finally {
    screen?.destroy();
  }
}
