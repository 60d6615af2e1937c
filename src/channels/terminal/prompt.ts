import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { GateError } from '../../errors.ts';

/** Keys typed before people can have read the prompt are thrown away. */
const DEAF_MILLISECONDS = 500;

export type Typed = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'interrupted' };

/**
 * Asks on the controlling terminal, never through a redirected stdin or stdout, so neither a pipe nor the command's
 * output is touched. What was typed before the question was drawn, and in the half second after, does not count.
 *
 * @param question already safe to print
 * @throws GateError CHANNEL_UNAVAILABLE when the terminal is gone
 */
export async function askOnTerminal(question: string): Promise<Typed> {
  let descriptor: number;
  try {
    descriptor = openSync('/dev/tty', constants.O_RDWR | constants.O_NOCTTY);
  } catch (cause) {
    throw new GateError('CHANNEL_UNAVAILABLE', 'the terminal cannot be opened', { cause });
  }
  const say = (text: string) => writeSync(descriptor, text);
  const input = new ReadStream(descriptor);
  const calm = () => input.setRawMode(false);
  process.once('exit', calm);
  try {
    input.setRawMode(true);
    say(question.replaceAll('\n', '\r\n'));
    return await readLine(input, say);
  } finally {
    calm();
    process.off('exit', calm);
    input.destroy();
    try {
      closeSync(descriptor);
    } catch {
      // The stream closed it already.
    }
  }
}

function readLine(input: ReadStream, say: (text: string) => void): Promise<Typed> {
  return new Promise((resolve) => {
    let line = '';
    let listening = false;
    const awake = setTimeout(() => {
      listening = true;
    }, DEAF_MILLISECONDS);
    const finish = (typed: Typed) => {
      clearTimeout(awake);
      input.off('data', onData);
      input.pause();
      say('\r\n');
      resolve(typed);
    };
    const onData = (data: Buffer | string) => {
      for (const key of data.toString()) {
        if (key === '\u0003' || key === '\u0004') return finish({ kind: 'interrupted' });
        if (!listening) continue;
        if (key === '\r' || key === '\n') return finish({ kind: 'line', text: line });
        if (key === '\u007f' || key === '\b') {
          if (line !== '') say('\b \b');
          line = line.slice(0, -1);
        } else if (key >= ' ' && key <= '~' && line.length < 256) {
          line += key;
          say(key);
        }
      }
    };
    input.on('data', onData);
    input.on('end', () => finish({ kind: 'interrupted' }));
    input.resume();
  });
}
