/**
 * Takes psql input apart: SQL text, and the backslash commands between it. Follows psql's lexer: a backslash inside a
 * string, a quoted name, a dollar-quoted text or a comment is not a command.
 */
export interface Pieces {
  readonly sql: string;
  readonly commands: readonly string[];
  /** `:name` outside quotes: psql would put a variable's text there. */
  readonly interpolates: boolean;
  /** A string or comment that never ends. */
  readonly open: boolean;
}

/** Total: any text comes apart, and what never ends is `open`. */
export function takeApart(text: string): Pieces {
  const commands: string[] = [];
  let sql = '';
  let interpolates = false;
  let at = 0;
  while (at < text.length) {
    const char = text[at] as string;
    const end = quoted(text, at);
    if (end !== undefined) {
      if (end < 0) return { sql: sql + text.slice(at), commands, interpolates, open: true };
      sql += text.slice(at, end);
      at = end;
    } else if (char === '\\') {
      const next = text[at + 1];
      if (next === ';' || next === ':') {
        sql += next;
        at += 2;
        continue;
      }
      const stop = endOfCommand(text, at);
      commands.push(text.slice(at + 1, stop).trim());
      // A command ends the statement before it: `select 1 \g`.
      sql += /^(g|gx|gset|gexec|gdesc|watch|crosstabview|bind|p|print|r|reset)\b/.test(commands.at(-1) ?? '')
        ? ';'
        : ' ';
      at = stop;
      if (text.startsWith('\\\\', at)) at += 2;
    } else {
      if (char === ':' && text[at - 1] !== ':' && /[A-Za-z_0-9'"{\u0080-\uffff]/.test(text[at + 1] ?? ''))
        interpolates = true;
      sql += char;
      at++;
    }
  }
  return { sql, commands, interpolates, open: false };
}

/** The end of the quoted text or comment that begins here; -1 when it never ends, undefined when none begins. */
function quoted(text: string, at: number): number | undefined {
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
  // \copy and \! take the whole line.
  const whole = /^\\(copy\b|!)/.test(text.slice(from, from + 6));
  let quote = '';
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\n') return at;
    if (whole) continue;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === "'" || char === '"' || char === '`') quote = char;
    else if (char === '\\' && at > from + 1) return at;
  }
  return text.length;
}
