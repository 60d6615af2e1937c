import { flat } from '../command/display.ts';
import type { Text } from '../command/manifest.ts';

/**
 * Whether what gate was asked to run is plainly the text that a hook saw: `bash -c` with that very text, or its words,
 * literal or in simple quotes. When in doubt it is not, and both are shown.
 */
export function isSameCommand(text: string, argv: readonly Text[]): boolean {
  const given = argv.map(flat);
  if (given.length === 3 && /(^|\/)bash$/.test(given[0] ?? '') && given[1] === '-c') return given[2] === text;
  const words = literalWords(text.trim());
  return words?.length === given.length && words.every((word, index) => word === given[index]);
}

/** Undefined when the shell would make anything else of it. */
function literalWords(text: string): readonly string[] | undefined {
  const word = /(?:[A-Za-z0-9_@%+=:,./[\]-]|'[^']*'|"[^"\\$`!]*")+[ \t]*/y;
  const words: string[] = [];
  for (let at = 0; at < text.length; at = word.lastIndex) {
    word.lastIndex = at;
    const [found] = word.exec(text) ?? [];
    if (found === undefined) return undefined;
    words.push(found.trimEnd().replace(/'([^']*)'|"([^"]*)"/g, '$1$2'));
  }
  return words;
}
