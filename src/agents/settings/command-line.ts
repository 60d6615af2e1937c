import { GateError } from '../../errors.ts';

/**
 * The line in a harness's settings that starts gate. Harnesses go on when a hook fails, unless it ends with 2: so the line
 * turns every other status into 2, with a text, also when gate is not there or was killed. Pure.
 */

/** For `sh -c` and `bash -c`. Standard input is that of the first command. */
export function guarded(gate: string, harness: string): string {
  return `${word(gate)} hook ${harness} ${GUARD}`;
}

/** The same as one simple command: for whatever shell the person has, and for a harness that appends a here-document. */
export function guardedInAnyShell(gate: string, harness: string): string {
  return `/bin/sh -c '"$0" hook ${harness} ${GUARD}' ${word(gate)}`;
}

// No single quote, no backslash: this stands between single quotes, which fish reads otherwise.
const GUARD = '|| { s=$?; [ $s -eq 2 ] || echo "gate hook ended with status $s" >&2; exit 2; }';

/**
 * @returns the program that a line starts as `... hook HARNESS`; undefined when it starts something else. Lines of other
 * forms than ours count when the program is called `gate`, so that those written by hand are found.
 */
export function gateIn(line: string, harness: string): string | undefined {
  const any = new RegExp(`^/bin/sh -c '"\\$0" hook ${harness} [^']*' (${WORD})$`).exec(line);
  if (any) return unquoted(any[1]!);
  const plain = new RegExp(`^\\s*(?:exec\\s+)?(${WORD})\\s+hook\\s+${harness}(?![\\w-])(.*)$`, 's').exec(line);
  if (!plain) return undefined;
  const program = unquoted(plain[1]!);
  return plain[2]!.trim() === GUARD || isGate(program) ? program : undefined;
}

/** A program of this name is taken for gate, wherever it lies. */
export function isGate(program: string): boolean {
  return /(?:^|\/)gate(?:\.js)?$/.test(program);
}

/**
 * A path that can stand in every harness's settings and mean the same in every shell.
 *
 * @throws GateError USAGE
 */
export function requirePlainPath(path: string): void {
  if (/^\/(?!.*\/\/)[^\\\p{C}\u2028\u2029]*$/u.test(path)) return;
  throw new GateError('USAGE', `\`${path}\` cannot be written into settings`, {
    hint: 'it takes a full path without backslashes, double slashes and control characters: move gate, or make a link',
  });
}

/** In single quotes, which sh, bash, zsh and fish read alike. */
function word(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}

const WORD = `(?:'[^']*'|"[^"\\\\$\`]*"|\\\\'|[^\\s'"\\\\|&;<>()$\`])+`;

function unquoted(text: string): string {
  return text.replaceAll(/'([^']*)'|"([^"]*)"|\\'/g, (all, single, double) =>
    all === "\\'" ? "'" : (single ?? double),
  );
}
