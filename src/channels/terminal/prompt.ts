import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { errno, GateError } from '../../errors.ts';

/** Keys typed before people can have read the prompt are thrown away. */
const DEAF_MILLISECONDS = 500;
/** Nobody notices; and no read is ever left behind that would swallow a key meant for the command. */
const LOOK_MILLISECONDS = 20;

export type Typed = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'interrupted' };

/**
 * Asks on the controlling terminal, never through a redirected stdin or stdout, so neither a pipe nor the command's
 * output is touched. What was typed before the question was drawn, and in the half second after, does not count.
 *
 * @param question already safe to print
 * @throws GateError CHANNEL_UNAVAILABLE when the terminal is gone
 */
export async function askOnTerminal(question: string): Promise<Typed> {
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
  const say = (text: string) => {
    writeSync(keyboard, text);
  };
  try {
    modes.setRawMode(true);
    say(question.replaceAll('\n', '\r\n'));
    return await readLine(keyboard, say);
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

function readLine(keyboard: number, say: (text: string) => void): Promise<Typed> {
  let line = '';
  const began = performance.now();
  const take = (key: string): Typed | undefined => {
    if (key === '\u0003' || key === '\u0004') return { kind: 'interrupted' };
    if (performance.now() - began < DEAF_MILLISECONDS) return undefined;
    if (key === '\r' || key === '\n') return { kind: 'line', text: line };
    if (key === '\u007f' || key === '\b') {
      if (line !== '') say('\b \b');
      line = line.slice(0, -1);
    } else if (key >= ' ' && key <= '~' && line.length < 256) {
      line += key;
      say(key);
    }
    return undefined;
  };
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      for (const key of keysAt(keyboard)) {
        const typed = key === undefined ? ({ kind: 'interrupted' } as const) : take(key);
        if (typed === undefined) continue;
        clearInterval(timer);
        resolve(typed);
        return;
      }
    }, LOOK_MILLISECONDS);
  });
}

/** What was typed and not read yet; `undefined` when the terminal is gone. */
function keysAt(keyboard: number): readonly (string | undefined)[] {
  const keys = Buffer.alloc(256);
  try {
    const count = readSync(keyboard, keys);
    return count === 0 ? [undefined] : [...keys.toString('latin1', 0, count)];
  } catch (error) {
    return errno(error) === 'EAGAIN' ? [] : [undefined];
  }
}
