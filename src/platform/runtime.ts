/** Which JavaScript runtime this is: the standalone executable (Bun), or `gate.js` on Node or Bun. */

/** Set by the build of the standalone executable; absent when the source or `gate.js` runs. */
declare const GATE_STANDALONE: boolean | undefined;

export const standalone = typeof GATE_STANDALONE !== 'undefined' && GATE_STANDALONE;

/**
 * gate's own arguments out of the whole command line: in the executable all but the first, else as many from the end
 * as the runtime says the script got. Options that a variable smuggled into the runtime are never among them.
 */
export function ownArguments<T>(commandLine: readonly T[]): T[] {
  if (standalone) return commandLine.slice(1);
  const count = process.argv.length - 2;
  return count === 0 ? [] : commandLine.slice(-count);
}
