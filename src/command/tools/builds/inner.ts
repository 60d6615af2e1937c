import { Names } from '../../names.ts';
import { isKnownProgram } from '../../readers.ts';

/** They run the command that follows their options, to watch it. */
const WATCHERS = new Names('nyc c8');

/** Verbs behind which another command stands. */
const VERBS = new Names('exec run x e shell cmd');

/** Words of the language that evaluate the text behind them. */
const CODE: Readonly<Record<string, RegExp>> = {
  rake: /^(-e|-E|-p|--execute.*)$/,
  ghc: /^-e/,
  crystal: /^eval$/,
  sbt: /^eval\b/,
  lein: /^(exec|run-task)$/,
  swift: /^-e$/,
  elixirc: /^-e$/,
  zig: /^-e$/,
};

/**
 * The command that a build tool runs for somebody: `tox exec -- CMD`, `nyc CMD`. Only programs gate knows count: task
 * names, test names and options stand in the same places.
 */
export function innerCommand(tool: string, words: readonly string[]): readonly string[] | undefined {
  const dash = words.indexOf('--');
  if (dash >= 0) return isCommand(words.slice(dash + 1), true);
  const first = words.findIndex((word) => !word.startsWith('-'));
  if (first < 0) return undefined;
  if (WATCHERS.has(tool)) return isCommand(words.slice(first), true);
  if (!VERBS.has(words[first] as string)) return undefined;
  const rest = words.slice(first + 1);
  const at = rest.findIndex((word) => !word.startsWith('-'));
  return at < 0 ? undefined : isCommand(rest.slice(at), false);
}

/** Code given as text. */
export function inlineCode(tool: string, words: readonly string[]): boolean {
  const pattern = Object.hasOwn(CODE, tool) ? CODE[tool] : undefined;
  return pattern !== undefined && words.some((word) => pattern.test(word));
}

/** @param alone one word is a command too, and not the name of a task */
function isCommand(words: readonly string[], alone: boolean): readonly string[] | undefined {
  const program = (words[0] ?? '').split('/').at(-1) ?? '';
  return (alone || words.length > 1) && isKnownProgram(program) ? words : undefined;
}
