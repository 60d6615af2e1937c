/**
 * The option scanner that readers share. It knows how three families of tools read their command line, and it never
 * guesses: what the grammar does not list is reported, because an option gate does not know may change everything.
 */

/**
 * Stands for text that only the shell will know (`$NAME`, `$(...)`) inside a command gate reads ahead of it. A real
 * argument cannot contain this byte, so it is never ambiguous.
 */
export const UNRESOLVED = '\0';

/**
 * Stands for what a pattern of the shell (`*`, `?`, `[a-z]`) matches: some name or part of one, never with a slash, so
 * that it stays in the directory in front of it. A real argument cannot be told from it by a byte no name holds; gate
 * reads texts with control characters as doubtful anyway.
 */
export const GLOB = '\u0001';

/**
 * - `getopt`: getopt_long and argparse. Long options may be abbreviated by the tool, which gate reports as unknown: the
 *   abbreviation may mean another option in another version. `-xVALUE`.
 * - `pflag`: Go's spf13/pflag (kubectl, helm, docker). No abbreviations, `-x=VALUE`, `--flag=false`.
 * - `goflag`: Go's own flag package (terraform, vault). `-name` and `--name` are one; the first operand ends the options.
 */
export type Style = 'getopt' | 'pflag' | 'goflag';

export interface Option {
  /** Canonical name, without dashes: the last spelling listed. */
  readonly name: string;
  readonly takes: 'nothing' | 'value' | 'optional';
  /** May be given several times without one hiding the other. */
  readonly many: boolean;
}

export interface Grammar {
  readonly style: Style;
  /** By spelling with dashes: `-n`, `--namespace`. */
  readonly options: ReadonlyMap<string, Option>;
}

/** Spellings separated by spaces; alternatives of one option joined by `/`: `-n/--namespace --context`. */
export interface OptionTable {
  readonly flags?: string;
  readonly values?: string;
  readonly optional?: string;
  /** Values that add up. */
  readonly many?: string;
}

export interface Scan {
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
  /** Spellings not in the grammar, abbreviations, options that lack their value. */
  readonly unknown: readonly string[];
  /** Single-valued options given twice: which one wins differs between tools. */
  readonly repeated: readonly string[];
  /** Index of the first argument not scanned. */
  readonly end: number;
  /** How many positionals came before `--`, when there was one. */
  readonly dash: number | undefined;
}

/** A grammar from its table, on top of `base`; of two like spellings the later counts. */
export function grammar(style: Style, table: OptionTable, base?: Grammar): Grammar {
  const options = new Map(base?.options ?? []);
  add(options, table.flags, 'nothing', true);
  add(options, table.values, 'value', false);
  add(options, table.optional, 'optional', false);
  add(options, table.many, 'value', true);
  return { style, options };
}

function add(options: Map<string, Option>, list: string | undefined, takes: Option['takes'], many: boolean): void {
  if (list === undefined) return;
  for (const item of list.split(/\s+/)) {
    if (item === '') continue;
    const spellings = item.split('/');
    const name = (spellings.at(-1) ?? item).replace(/^-+/, '');
    for (const spelling of spellings) options.set(spelling, { name, takes, many });
  }
}

/**
 * Reads `argv` from index `from`.
 * @param stop end at the first positional (wrappers, and tools with options before a verb)
 */
export function scan(argv: readonly string[], from: number, by: Grammar, stop = false): Scan {
  const options = new Map<string, string[]>();
  const positionals: string[] = [];
  const unknown: string[] = [];
  const repeated: string[] = [];
  let dash: number | undefined;

  const found = (option: Option, value: string): void => {
    const values = options.get(option.name);
    if (values === undefined) options.set(option.name, [value]);
    else {
      if (!option.many || (option.takes === 'nothing' && values[0] !== value)) repeated.push(option.name);
      values.push(value);
    }
  };

  let index = from;
  for (; index < argv.length; index++) {
    const arg = argv[index] as string;
    if (arg === '--') {
      dash = positionals.length;
      index++;
      if (!stop) {
        positionals.push(...argv.slice(index));
        index = argv.length;
      }
      break;
    }
    if (arg.startsWith(UNRESOLVED)) {
      // A word the shell will fill in may turn out to be an option.
      unknown.push('(unresolved)');
      if (stop) break;
      positionals.push(arg);
    } else if (arg.length < 2 || arg[0] !== '-') {
      if (stop) break;
      if (by.style === 'goflag') {
        positionals.push(...argv.slice(index));
        index = argv.length;
        break;
      }
      positionals.push(arg);
    } else if (by.style === 'goflag' || arg[1] === '-') {
      index = long(argv, index, by, found, unknown);
    } else {
      index = short(argv, index, by, found, unknown);
    }
  }
  return { options, positionals, unknown, repeated, end: Math.min(index, argv.length), dash };
}

type Found = (option: Option, value: string) => void;

function long(argv: readonly string[], index: number, by: Grammar, found: Found, unknown: string[]): number {
  const arg = argv[index] as string;
  const equals = arg.indexOf('=');
  const written = equals < 0 ? arg : arg.slice(0, equals);
  const spelling = by.style === 'goflag' && written.startsWith('--') ? written.slice(1) : written;
  const option = by.options.get(spelling);
  if (option === undefined) {
    unknown.push(spelling);
    return index;
  }
  if (equals >= 0) {
    if (option.takes === 'nothing' && by.style === 'getopt') unknown.push(arg);
    found(option, arg.slice(equals + 1));
    return index;
  }
  if (option.takes !== 'value') {
    found(option, '');
    return index;
  }
  const value = argv[index + 1];
  if (value === undefined) unknown.push(spelling);
  else found(option, value);
  return index + 1;
}

function short(argv: readonly string[], index: number, by: Grammar, found: Found, unknown: string[]): number {
  const arg = argv[index] as string;
  for (let at = 1; at < arg.length; at++) {
    const spelling = `-${arg[at]}`;
    const option = by.options.get(spelling);
    if (option === undefined) {
      unknown.push(spelling);
      return index;
    }
    const rest = arg.slice(at + 1);
    if (by.style === 'pflag' && rest.startsWith('=')) {
      found(option, rest.slice(1));
      return index;
    }
    if (option.takes === 'nothing') {
      found(option, '');
      continue;
    }
    if (rest !== '' || option.takes === 'optional') {
      found(option, rest);
      return index;
    }
    const value = argv[index + 1];
    if (value === undefined) unknown.push(spelling);
    else found(option, value);
    return index + 1;
  }
  return index;
}

/** The value that counts, or undefined when the option was not given. A flag's value is `''`. */
export function optionValue(by: Scan, name: string): string | undefined {
  return by.options.get(name)?.at(-1);
}

/** True when a flag is on: `--flag=false` is off. */
export function isOn(by: Scan, name: string): boolean {
  const value = optionValue(by, name);
  return value !== undefined && !['false', '0', 'f', 'F', 'FALSE', 'False'].includes(value);
}
