import { UNRESOLVED } from '../../options.ts';
import { type Known, optionsOf } from './options.ts';
import { type Work, workOf } from './verbs-table.ts';

/** The words of one command line of a package manager. */
export interface Line {
  readonly work: Work | undefined;
  /** The verb as the table has it. */
  readonly verb: string;
  /** Words that are no options and no part of the verb. */
  readonly operands: readonly string[];
  /** Spellings of the options, and the values of those that take one. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly unknown: readonly string[];
  /** The words of a script or another command, with its arguments. */
  readonly inner: readonly string[];
  /** Where the scripts of the project can be named without a verb. */
  readonly words: readonly string[];
}

/** Verbs after which the next word begins another command. */
const OPENS: ReadonlySet<Work | undefined> = new Set<Work | undefined>(['run', 'script', 'outside']);

/** Tools whose options are words behind one dash, never letters in a row. */
const LONG_SHORT = /^(go|mvn|nuget|nix)$/;

/** Tools where a word that is no verb names a script of the project. */
const SCRIPTS_WITHOUT_VERB = /^(yarn|pnpm|bun)$/;

/** @param tool by its own name, aliases resolved */
export function lineOf(tool: string, argv: readonly string[]): Line {
  const known = optionsOf(tool);
  const words: string[] = [];
  const options = new Map<string, string[]>();
  const unknown: string[] = [];
  let inner: readonly string[] = [];
  let opens = false;
  let first: string | undefined;
  const add = (spelling: string, value: string): void => {
    first ??= spelling;
    const values = options.get(spelling);
    if (values === undefined) options.set(spelling, [value]);
    else values.push(value);
  };
  let at = 1;
  for (; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (arg === '--') {
      if (opens || tool === 'mise') inner = argv.slice(at + 1);
      else words.push(...argv.slice(at + 1));
      break;
    }
    if (arg.startsWith('+') && at === 1 && /^(cargo|rustc|rustup|rustfmt)$/.test(tool)) continue;
    if (arg.startsWith('-') && arg.length > 1) {
      at = option(argv, at, tool, known, add, unknown);
      continue;
    }
    if (opens) {
      inner = argv.slice(at);
      break;
    }
    if (arg.startsWith(UNRESOLVED)) unknown.push('(unresolved)');
    words.push(arg);
    if (words.length > 2) continue;
    const found = workOf(tool, words, undefined);
    if (found !== undefined && found.length === words.length && OPENS.has(found.work)) opens = true;
    if (found === undefined && words.length === 1 && SCRIPTS_WITHOUT_VERB.test(tool) && !startsVerb(tool, arg)) {
      inner = argv.slice(at);
      break;
    }
  }
  const found = workOf(tool, words, first);
  const operands = words.slice(found?.length ?? 0);
  // An option that stands for a verb is known by that.
  const strange =
    first !== undefined && found?.verb.endsWith(first) ? unknown.filter((option) => option !== first) : unknown;
  return { work: found?.work, verb: found?.verb ?? words[0] ?? '', operands, options, unknown: strange, inner, words };
}

/** `yarn npm`, `pnpm store`: only together with the next word a verb. */
function startsVerb(tool: string, word: string): boolean {
  return (
    /^(npm|global|owner|tag|team|plugin|set|workspaces|policies|cache|store|env|config|c|pm)$/.test(word) && tool !== ''
  );
}

function option(
  argv: readonly string[],
  at: number,
  tool: string,
  known: Known,
  add: (spelling: string, value: string) => void,
  unknown: string[],
): number {
  const arg = argv[at] as string;
  const equals = arg.indexOf('=');
  let spelling = equals < 0 ? arg : arg.slice(0, equals);
  if (LONG_SHORT.test(tool) && spelling.startsWith('--') && !known.has(spelling)) spelling = spelling.slice(1);
  if (known.has(spelling)) {
    if (equals >= 0) add(spelling, arg.slice(equals + 1));
    else if (known.takesValue(spelling)) {
      add(spelling, argv[at + 1] ?? '');
      return at + 1;
    } else add(spelling, '');
    return at;
  }
  const letters = arg.slice(1);
  const short = `-${arg[1]}`;
  if (arg[1] !== '-' && known.has(short)) {
    if (known.takesValue(short) || /^-[DP]$/.test(short)) {
      add(short, letters.slice(1));
      return at;
    }
    if (/^-[a-zA-Z]\d+$/.test(arg)) {
      add(short, letters.slice(1));
      return at;
    }
    if (!LONG_SHORT.test(tool) && equals < 0 && [...letters].every((letter) => known.has(`-${letter}`))) {
      for (const letter of letters) add(`-${letter}`, '');
      return at;
    }
  }
  if (spelling.startsWith('--no-') && known.has(`--${spelling.slice(5)}`)) {
    add(spelling, '');
    return at;
  }
  unknown.push(spelling);
  add(spelling, equals < 0 ? '' : arg.slice(equals + 1));
  return at;
}
