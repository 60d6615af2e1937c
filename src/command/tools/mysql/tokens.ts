/**
 * Takes SQL of MySQL's or SQLite's kind apart into words and symbols, as far as gate needs: where strings and comments
 * are, so that nothing inside them is taken for SQL, and nothing outside is overlooked.
 */
export interface Token {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'symbol';
  /** A word in capitals; a quoted name or a string without its quotes. */
  readonly text: string;
  /** As it is written. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

export interface Dialect {
  /** `#` and `-- ` begin a comment, backslashes escape, `"` is a string, and `/*!` is code. */
  readonly mysql: boolean;
}

/** A token, the place behind white space or a comment, or the sign that something never ends. */
type Step = { readonly token: Token } | { readonly to: number; readonly code?: 'always' | 'perhaps' } | 'open';

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly open: boolean;
  /** Some of it stands in a comment that only some versions of the server run. */
  readonly perhaps: boolean;
}

/** Total: any text comes apart. */
export function tokensOf(text: string, dialect: Dialect): Tokens {
  const tokens: Token[] = [];
  let perhaps = false;
  let inside = 0;
  let at = 0;
  while (at < text.length) {
    if (inside > 0 && text.startsWith('*/', at)) {
      inside--;
      at += 2;
      continue;
    }
    const step = stepAt(text, at, dialect);
    if (step === 'open') return { tokens, open: true, perhaps };
    if ('token' in step) {
      tokens.push(step.token);
      at = step.token.end;
      continue;
    }
    if (step.code !== undefined) {
      inside++;
      perhaps ||= step.code === 'perhaps';
    }
    at = step.to;
  }
  return { tokens, open: inside > 0, perhaps };
}

const WORD = /[A-Za-z_$@\u0080-\uffff][A-Za-z0-9_$@\u0080-\uffff]*/y;
const NUMBER = /(?:0[xX][0-9a-fA-F]+|[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+)/y;
/** Only these: what Unicode calls a space is part of a name to the server. */
const SPACE = /[ \t\n\v\f\r]+/y;

export function stepAt(text: string, at: number, { mysql }: Dialect): Step {
  const char = text[at] as string;
  SPACE.lastIndex = at;
  if (SPACE.test(text)) return { to: SPACE.lastIndex };
  if (char === '-' && text[at + 1] === '-' && (!mysql || /[ \t\n\v\f\r]/.test(text[at + 2] ?? ' ')))
    return { to: lineEnd(text, at) };
  if (char === '#' && mysql) return { to: lineEnd(text, at) };
  if (char === '/' && text[at + 1] === '*') return comment(text, at, mysql);
  if (char === "'" || char === '"' || char === '`' || (char === '[' && !mysql)) {
    const end = closing(text, at, char === '[' ? ']' : char, mysql && char !== '`');
    if (end < 0) return 'open';
    const string = char === "'" || (char === '"' && mysql);
    return {
      token: {
        kind: string ? 'string' : 'name',
        text: text.slice(at + 1, end - 1),
        raw: text.slice(at, end),
        start: at,
        end,
      },
    };
  }
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) {
    return { token: { kind: 'word', text: word.toUpperCase(), raw: word, start: at, end: at + word.length } };
  }
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text)?.[0];
  if (number !== undefined) {
    // A name may begin with digits: `1st_table`.
    WORD.lastIndex = at + number.length;
    const rest = WORD.exec(text)?.[0] ?? '';
    const whole = number + rest;
    return {
      token: {
        kind: rest === '' ? 'number' : 'word',
        text: whole.toUpperCase(),
        raw: whole,
        start: at,
        end: at + whole.length,
      },
    };
  }
  return { token: { kind: 'symbol', text: char, raw: char, start: at, end: at + 1 } };
}

function lineEnd(text: string, at: number): number {
  const line = text.indexOf('\n', at);
  return line < 0 ? text.length : line;
}

/** `/*!40101 ... ` is code for servers of at least that version, `/*M! ...` for MariaDB. */
function comment(text: string, at: number, mysql: boolean): Step {
  const code = mysql ? /^\/\*(M?)!(\d{5,6})?/.exec(text.slice(at, at + 12)) : null;
  if (code !== null) {
    const [whole, maria, version] = code;
    const always = maria === '' && Number(version ?? 0) <= 50100;
    return { to: at + whole.length, code: always ? 'always' : 'perhaps' };
  }
  const end = text.indexOf('*/', at + 2);
  // SQLite takes a comment that never ends as ended with the text.
  if (end < 0) return mysql ? 'open' : { to: text.length };
  return { to: end + 2 };
}

function closing(text: string, from: number, quote: string, escapes: boolean): number {
  for (let at = from + 1; at < text.length; at++) {
    if (escapes && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === ']' || text[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return -1;
}

/** The index of the parenthesis that closes each one that opens. */
export function matching(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== 'symbol') return;
    if (token.text === '(') open.push(index);
    else if (token.text === ')') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, index);
    }
  });
  return pairs;
}

/** A word, not a quoted name of the same letters. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text);
}

export function isSymbol(token: Token | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}
