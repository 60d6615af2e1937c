import { Names } from '../../names.ts';
import { DIALECT } from './statements.ts';
import { stepAt, type Token, tokensOf } from './tokens.ts';

/**
 * What the mysql client makes of its input: statements for the server, and commands of its own, which stand at the
 * start of a statement as words or anywhere as a backslash and a letter.
 */
export type Piece =
  | { readonly tokens: readonly Token[]; readonly perhaps: boolean }
  | { readonly command: string; readonly argument: string };

export interface Script {
  readonly pieces: readonly Piece[];
  readonly open: boolean;
}

const WORDS = new Names(
  'clear connect edit ego exit go help nopager notee nowarning pager print prompt quit rehash source status system tee ' +
    'use charset warnings delimiter resetconnection query_attributes ssl_session_data_print costs sandbox',
);

const LETTERS: Readonly<Record<string, string>> = {
  '!': 'system',
  '.': 'source',
  T: 'tee',
  t: 'notee',
  P: 'pager',
  n: 'nopager',
  u: 'use',
  r: 'connect',
  e: 'edit',
  d: 'delimiter',
  C: 'charset',
};

/** Total: any text comes apart. */
export function scriptOf(given: string): Script {
  const text = given.replaceAll('\r\n', '\n');
  const pieces: Piece[] = [];
  let delimiter = ';';
  let start = 0;
  let at = 0;
  let blank = true;
  let open = false;
  const flush = (end: number): void => {
    if (blank) return;
    const found = tokensOf(text.slice(start, end), DIALECT);
    open ||= found.open;
    if (found.tokens.length > 0) pieces.push({ tokens: found.tokens, perhaps: found.perhaps });
  };
  const restart = (from: number): void => {
    start = from;
    at = from;
    blank = true;
  };
  const command = (name: string, argument: string): void => {
    if (name === 'delimiter') delimiter = argument.split(/\s/)[0] || delimiter;
    pieces.push({ command: name, argument });
  };
  while (at < text.length) {
    if (text.startsWith(delimiter, at)) {
      flush(at);
      restart(at + delimiter.length);
      continue;
    }
    const char = text[at] as string;
    if (char === '\\') {
      const letter = text[at + 1] ?? '';
      const name = Object.hasOwn(LETTERS, letter) ? LETTERS[letter] : undefined;
      if (letter === 'g' || letter === 'G') {
        flush(at);
        restart(at + 2);
      } else if (name !== undefined) {
        const end = endOfLine(text, at);
        // The text before stays in the buffer; what it says counts all the same.
        flush(at);
        command(name, text.slice(at + 2, end).trim());
        restart(end);
      } else {
        // `\N` is NULL.
        at += 2;
        blank = false;
      }
      continue;
    }
    const step = stepAt(text, at, DIALECT);
    if (step === 'open') {
      blank = false;
      open = true;
      at = text.length;
    } else if ('token' in step) {
      const { token } = step;
      const name = token.text.toLowerCase();
      if (blank && token.kind === 'word' && WORDS.has(name)) {
        const line = endOfLine(text, at);
        // The delimiter ends the command too, but for the one that sets it.
        const stop = name === 'delimiter' ? -1 : text.slice(at, line).indexOf(delimiter);
        const end = stop >= 0 ? at + stop : line;
        command(name, text.slice(token.end, end).trim());
        restart(end);
      } else {
        blank = false;
        // The client looks for its delimiter inside words too: `1$$drop`.
        const cut = token.kind === 'word' || token.kind === 'number' ? token.raw.indexOf(delimiter) : -1;
        at = cut > 0 ? token.start + cut : token.end;
      }
    } else {
      if (step.code !== undefined) blank = false;
      at = step.to;
    }
  }
  flush(text.length);
  return { pieces, open };
}

function endOfLine(text: string, at: number): number {
  const line = text.indexOf('\n', at);
  return line < 0 ? text.length : line;
}
