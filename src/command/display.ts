import type { Text } from './manifest.ts';

/**
 * Safe-to-print forms for people. Escaping, never stripping: whatever is not printable ASCII is shown by its code, so
 * that no escape sequence, invisible character or look-alike letter can change what an approver believes.
 */

/** Every character outside printable ASCII as `\n`, `\t`, `\xNN` or `\u{...}`; a backslash as two, so nothing is ambiguous. */
export function visible(text: string): string {
  return text.replace(/[^\x20-\x7e]|\\/gu, escaped);
}

/** One argument, so that two different arguments never look the same: plain words as they are, everything else quoted. */
export function quoted(argument: string): string {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(argument)) return argument;
  if (/^[\x20-\x7e]*$/.test(argument) && !/['\\]/.test(argument)) return `'${argument}'`;
  // The shell's own form for text with escapes; inside it, backslash and quote are escaped too.
  return `$'${visible(argument).replaceAll("'", "\\'")}'`;
}

/** A whole command in one line. Copied into a shell it means the same, but it is made for reading. */
export function displayArgv(argv: readonly Text[]): string {
  return argv.map(displayText).join(' ');
}

/**
 * Text whose secret parts were taken out. The mark stands in angle brackets after the closing quote, which no quoted
 * argument can produce, so a literal "[secret]" never passes for one.
 */
export function displayText(text: Text): string {
  if (typeof text === 'string') return quoted(text);
  return text.map((part) => (typeof part === 'string' ? quoted(part) : SECRET)).join('') || "''";
}

/** What stands for a secret. Brackets are not plain, so literal text always has quotes around them. */
export const SECRET = '[secret]';

/** The text as data, for JSON and for conditions: neither quoted nor escaped. */
export function flat(text: Text): string {
  return typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : SECRET)).join('');
}

/** Runs of one character longer than this are written by their length, so padding cannot push the rest out of sight. */
const RUN = /([\s\S])\1{16,}/gu;
/** A command whose line is longer is shown with one argument per line. */
const LONGEST_LINE = 240;

/**
 * A command as an approver sees it: whole, whatever its length. A short one is one line; a long one has a line for each
 * argument, with its number and its size in bytes, and no run of one character is longer than 16. Never cut.
 */
export function shownArgv(argv: readonly Text[]): readonly string[] {
  const line = displayArgv(argv);
  if (line.length <= LONGEST_LINE && line === argv.map(collapsedText).join(' ')) return [line];
  return argv.map((text, index) => `[${index}] ${collapsedText(text)}${size(text)}`);
}

function collapsedText(text: Text): string {
  if (typeof text === 'string') return collapsed(text);
  return text.map((part) => (typeof part === 'string' ? collapsed(part) : SECRET)).join('') || "''";
}

/** Nothing is said about the size of a secret. */
function size(text: Text): string {
  return typeof text === 'string' ? `  (${Buffer.byteLength(text)} bytes)` : '';
}

/** One argument with long runs by their length: `a{' '*3000}b`. Literal braces stand in quotes, so none looks like this. */
export function collapsed(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const run of text.matchAll(RUN)) {
    if (run.index > at) parts.push(quoted(text.slice(at, run.index)));
    parts.push(`{${quoted(run[1] ?? '')}*${[...run[0]].length}}`);
    at = run.index + run[0].length;
  }
  if (at < text.length || at === 0) parts.push(quoted(text.slice(at)));
  return parts.join('');
}

function escaped(char: string): string {
  const code = char.codePointAt(0) as number;
  if (char === '\\') return '\\\\';
  if (char === '\n') return '\\n';
  if (char === '\t') return '\\t';
  if (char === '\r') return '\\r';
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  return `\\u{${code.toString(16)}}`;
}
