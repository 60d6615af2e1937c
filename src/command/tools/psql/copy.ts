import { quoted } from './pieces.ts';

/** `\copy` taken apart: the COPY the server gets, and what psql does with the rows on this machine. */
export interface ClientCopy {
  readonly sql: string;
  readonly direction: 'from' | 'to';
  /** A file's name, or a shell line; absent for psql's own input and output. */
  readonly file?: string;
  readonly program?: string;
}

/** Undefined when it is not a `\copy` psql would take. */
export function clientCopy(rest: string): ClientCopy | undefined {
  const found = directionOf(rest);
  if (found === undefined) return undefined;
  const { direction, start } = found;
  let at = skipSpace(rest, start + direction.length);
  const word = wordAt(rest, at);
  const isProgram = word.toLowerCase() === 'program';
  if (isProgram) at = skipSpace(rest, at + word.length);
  const target = stringAt(rest, at) ?? { text: wordAt(rest, at), end: at + wordAt(rest, at).length, bare: true };
  if (target.text === '' || (isProgram && target.bare)) return undefined;
  const after = rest.slice(target.end).replace(/;\s*$/, '');
  const sql = `COPY ${rest.slice(0, start)} ${direction === 'from' ? 'FROM STDIN' : 'TO STDOUT'} ${after}`;
  if (isProgram) return { sql, direction, program: target.text };
  if (target.bare && /^p?std(in|out)$/i.test(target.text)) return { sql, direction };
  return { sql, direction, file: target.text };
}

/** The first FROM or TO outside quotes and parentheses. */
function directionOf(rest: string): { direction: 'from' | 'to'; start: number } | undefined {
  let depth = 0;
  for (let at = 0; at < rest.length; ) {
    const end = quoted(rest, at);
    if (end !== undefined) {
      if (end < 0) return undefined;
      at = end;
      continue;
    }
    const char = rest[at] as string;
    if (char === '(') depth++;
    else if (char === ')') depth--;
    const word = depth === 0 ? wordAt(rest, at) : '';
    const lower = word.toLowerCase();
    if ((lower === 'from' || lower === 'to') && at > 0) return { direction: lower, start: at };
    at += Math.max(1, depth === 0 ? (/^\w+/.exec(word)?.[0].length ?? 0) : 0);
  }
  return undefined;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

const WORD = /[^\s'"();]+/y;

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

function stringAt(text: string, at: number): { text: string; end: number; bare: boolean } | undefined {
  const quote = text[at];
  if (quote !== "'" && quote !== '"') return undefined;
  const end = quoted(text, at);
  if (end === undefined || end < 0) return undefined;
  return { text: text.slice(at + 1, end - 1).replaceAll(quote + quote, quote), end, bare: false };
}
