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

/** Runs of one character longer than this are written by their length, so padding cannot push the rest out of sight. */
const LONGEST_RUN = 16;

/** The visible form with long runs shortened: `' '*3000`. For screens; not for comparing. */
export function collapsed(text: string): string {
  return visible(text).replace(/(.)\1{16,}/g, (run, char: string) => {
    const shown = char === ' ' ? "' '" : char;
    return run.length > LONGEST_RUN ? `{${shown}*${run.length}}` : run;
  });
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
