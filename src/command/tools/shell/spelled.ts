import type { CommandNode } from 'unbash';
import { UNRESOLVED } from '../../options.ts';
import { readRedirections } from './redirections.ts';
import type { Walk } from './walk.ts';
import { expand } from './words.ts';

/** The bytes that a part of a pipe certainly prints, or undefined. */
export function spelledBy(node: CommandNode, stdin: Uint8Array | undefined, walk: Walk): Uint8Array | undefined {
  if (node.type !== 'Command' || !node.redirects.every(({ operator }) => TEXTS.has(operator))) return undefined;
  const words: string[] = [];
  for (const word of [node.name, ...node.args]) {
    if (word === undefined || word.type !== 'Word') return undefined;
    const { words: more, open } = expand(word, walk.names);
    if (open || more.some((text) => text.includes(UNRESOLVED))) return undefined;
    words.push(...more);
  }
  const document = node.redirects.length === 1 ? readRedirections(node.redirects, walk)?.bytes : undefined;
  // Any of these words may be a function.
  return walk.survey.functions.size > 0 ? undefined : spelledOutput(words, document ?? stdin);
}

/** Redirections from the text itself. */
const TEXTS: ReadonlySet<string> = new Set(['<<', '<<-', '<<<']);

/** The bytes that `echo`, `printf` or `cat` certainly print for these words; undefined when shells differ or it is not certain. */
function spelledOutput(words: readonly string[], stdin: Uint8Array | undefined): Uint8Array | undefined {
  const [program, ...args] = words;
  if (program === 'echo') {
    const bare = args[0] === '-n' || args[0] === '-e' ? args.slice(1) : args;
    // Some shells interpret backslashes, some print an option as text.
    if (bare.some((word) => word.includes('\\')) || bare[0]?.startsWith('-')) return undefined;
    return args[0] === '-e' ? undefined : Buffer.from(bare.join(' ') + (args[0] === '-n' ? '' : '\n'));
  }
  if (program === 'printf') {
    const [format = '', ...values] = args;
    if (format === '%s' || format === '%s\\n')
      return Buffer.from(values.map((value) => value + (format === '%s' ? '' : '\n')).join(''));
    if (values.length > 0 || format.startsWith('-')) return undefined;
    const text = format.replaceAll('\\n', '\n');
    return /[%\\]/.test(text) ? undefined : Buffer.from(text);
  }
  if (program === 'cat' && (args.length === 0 || (args.length === 1 && args[0] === '-'))) return stdin;
  return undefined;
}
