/**
 * Takes psql input apart: SQL text, and the backslash commands between it, in their order. Follows psql's lexer: a
 * backslash inside a string, a quoted name, a dollar-quoted text or a comment is not a command, `:name` is replaced by
 * the variable, and after `copy ... from stdin;` come lines of data.
 */
export interface Pieces {
  /** SQL text, or a backslash command without its backslash. */
  readonly items: readonly Piece[];
  /** `:name` of a variable whose text is only known when it runs. */
  readonly interpolates: boolean;
  /** A string or comment that never ends. */
  readonly open: boolean;
  /** Lines of data that would be read as commands if the copy before them failed. */
  readonly lively: boolean;
}

export type Piece = { readonly sql: string } | { readonly command: string };

export interface Surroundings {
  /** The text of a variable: a string when it is known, undefined when there is no such variable. */
  readonly variable: (name: string) => string | undefined | 'unknown';
  /** Whether a statement is followed by lines of data. */
  readonly copies: (statement: string) => boolean;
}

/** Total: any text comes apart, and what never ends is `open`. */
export function takeApart(input: string, surroundings: Surroundings): Pieces {
  const text = input.replaceAll('\r\n', '\n');
  const items: Piece[] = [];
  let sql = '';
  let statement = 0;
  let interpolates = false;
  let lively = false;
  let at = 0;
  const flush = (): void => {
    if (sql.trim() !== '') items.push({ sql });
    sql = '';
    statement = 0;
  };
  while (at < text.length) {
    const char = text[at] as string;
    const end = quoted(text, at);
    if (end !== undefined) {
      sql += text.slice(at, end < 0 ? text.length : end);
      if (end < 0) {
        flush();
        return { items, interpolates, lively, open: true };
      }
      at = end;
    } else if (char === '\\') {
      const next = text[at + 1];
      if (next === ';' || next === ':') {
        sql += next;
        at += 2;
        continue;
      }
      const stop = endOfCommand(text, at);
      const command = text.slice(at + 1, stop).trim();
      // Some send the statement before them, which `select 1 \g` leaves without its semicolon.
      if (/^(g|gx|gset|gexec|gdesc|watch|crosstabview|bind|p|print|r|reset)\b/.test(command)) sql += ';';
      else sql += ' ';
      if (/^c(onnect)?\b/.test(command)) flush();
      items.push({ command });
      at = stop;
      if (text.startsWith('\\\\', at)) at += 2;
    } else if (char === ':') {
      const [replaced, length, known] = interpolation(text, at, surroundings);
      if (!known) interpolates = true;
      sql += replaced;
      at += length;
    } else {
      sql += char;
      at++;
      if (char !== ';') continue;
      const sent = sql.slice(statement, -1);
      statement = sql.length;
      if (!/\bcopy\b/i.test(sent) || !/\bstdin\b/i.test(sent) || !surroundings.copies(sent)) continue;
      const line = text.indexOf('\n', at);
      if (line < 0) continue;
      sql += text.slice(at, line);
      statement = sql.length;
      const last = text.startsWith('\\.', line + 1) ? line : text.indexOf('\n\\.', line);
      const data = text.slice(line + 1, last < 0 ? text.length : last + 1);
      // Without the table there is no copy, and psql reads these lines as its own.
      if (/[;`]|--|\/\*|\\[^nNtrbfvx\\0-7.]/.test(data)) lively = true;
      at = last < 0 ? text.length : last + 3;
    }
  }
  flush();
  return { items, interpolates, lively, open: false };
}

/** What stands for a colon and the name behind it, how long both are, and whether that is all known. */
function interpolation(text: string, at: number, by: Surroundings): readonly [string, number, boolean] {
  if (text[at + 1] === ':') return ['::', 2, true];
  NAME.lastIndex = at + 1;
  const bare = NAME.exec(text)?.[0];
  if (bare !== undefined) {
    const value = by.variable(bare);
    if (value === undefined) return [`:${bare}`, bare.length + 1, true];
    // The text is read again by the same rules; only what cannot hold any of them is put in.
    const plain = value !== UNKNOWN && /^[A-Za-z0-9_ .,+@=*()-]*$/.test(value) && !value.includes('--');
    return plain ? [value, bare.length + 1, true] : [` ${HIDDEN} `, bare.length + 1, false];
  }
  QUOTED_NAME.lastIndex = at + 1;
  const literal = QUOTED_NAME.exec(text);
  if (literal === null) return [':', 1, true];
  const [whole, string, name, test] = literal;
  const value = by.variable((string ?? name ?? test) as string);
  if (value === undefined && test === undefined) return [`:${whole}`, whole.length + 1, true];
  // psql quotes it: whatever it is, it stays one string or one name.
  return [string !== undefined ? "'?'" : name !== undefined ? `"${HIDDEN}"` : 'true', whole.length + 1, true];
}

export const UNKNOWN = 'unknown';
const HIDDEN = 'a_variable_of_psql';
const NAME = /[A-Za-z0-9_\u0080-\uffff]+/y;
const QUOTED_NAME = /'([A-Za-z0-9_\u0080-\uffff]+)'|"([A-Za-z0-9_\u0080-\uffff]+)"|\{\?([A-Za-z0-9_\u0080-\uffff]+)\}/y;

/** The end of the quoted text or comment that begins here; -1 when it never ends, undefined when none begins. */
export function quoted(text: string, at: number): number | undefined {
  const char = text[at];
  if (char === "'") {
    const before = text.slice(Math.max(0, at - 2), at);
    return closing(text, at + 1, "'", /(^|[^A-Za-z0-9_$])[eE]$/.test(before));
  }
  if (char === '"') return closing(text, at + 1, '"', false);
  if (char === '-' && text[at + 1] === '-') {
    const line = text.indexOf('\n', at);
    return line < 0 ? text.length : line;
  }
  if (char === '/' && text[at + 1] === '*') return blockComment(text, at);
  if (char === '$') {
    if (/[A-Za-z0-9_$\u0080-\uffff]/.test(text[at - 1] ?? '')) return undefined;
    const tag = /^\$([A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/.exec(text.slice(at, at + 80));
    if (tag === null) return undefined;
    const end = text.indexOf(tag[0], at + tag[0].length);
    return end < 0 ? -1 : end + tag[0].length;
  }
  return undefined;
}

function closing(text: string, from: number, quote: string, escapes: boolean): number {
  for (let at = from; at < text.length; at++) {
    if (escapes && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return -1;
}

function blockComment(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text.startsWith('/*', at)) {
      depth++;
      at++;
    } else if (text.startsWith('*/', at)) {
      depth--;
      at++;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** A command runs to the end of its line, or to the next backslash outside its quotes. */
function endOfCommand(text: string, from: number): number {
  // These take the whole line, as does a pipe after others.
  const whole = /^\\(copy\b|!|(o|out|w|write|g|gx)[ \t]+(\([^)\n]*\))?[ \t]*\|)/.test(text.slice(from, from + 200));
  if (whole) {
    const line = text.indexOf('\n', from);
    return line < 0 ? text.length : line;
  }
  let quote = '';
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\n') return at;
    if (quote !== '') {
      if (char === '\\' && quote === "'") at++;
      else if (char === quote) quote = '';
    } else if (char === "'" || char === '"' || char === '`') quote = char;
    else if (char === '\\' && at > from + 1) return at;
  }
  return text.length;
}
