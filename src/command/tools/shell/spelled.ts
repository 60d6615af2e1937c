import type { CommandNode } from 'unbash';
import { UNRESOLVED } from '../../options.ts';
import { spelledOutput } from './outputs.ts';
import { textOf } from './redirections.ts';
import type { Walk } from './walk.ts';
import { expand } from './words.ts';

/** The bytes that a part of a pipe certainly prints, or undefined. */
export function spelledBy(node: CommandNode, stdin: Uint8Array | undefined, walk: Walk): Uint8Array | undefined {
  if (node.type !== 'Command' || !node.redirects.every(({ operator }) => TEXTS.has(operator))) return undefined;
  const words: string[] = [];
  for (const word of [node.name, ...node.args]) {
    if (word === undefined || word.type !== 'Word') return undefined;
    const { words: more, open } = expand(word, walk);
    if (open || more.some((text) => text.includes(UNRESOLVED))) return undefined;
    words.push(...more);
  }
  if (words[0] === undefined || walk.functions.has(words[0]) || walk.aliases.has(words[0])) return undefined;
  const [document] = node.redirects.map((redirect) => textOf(redirect, walk)?.bytes);
  if (node.redirects.length > 1 || (node.redirects.length === 1 && document === undefined)) return undefined;
  if (words.some((text) => text.includes('\u0001'))) return undefined;
  const made = spelledOutput(words, document ?? stdin, walk.dialect.shell);
  if (made !== undefined && hides(words)) walk.decodes = true;
  return made;
}

/** The text is not what can be seen in the line: encoded, turned around, spelled in numbers. */
function hides([program = '', ...args]: readonly string[]): boolean {
  if (program === 'echo' || program === 'printf') return args.some((word) => /\\(x[0-9a-fA-F]|[0-7])/.test(word));
  return program !== 'cat';
}

/** Redirections from the text itself. */
const TEXTS: ReadonlySet<string> = new Set(['<<', '<<-', '<<<']);
