import { UNRESOLVED } from '../../options.ts';

/**
 * How the everyday programs read their command line: short options in bundles, long ones that may be shortened, options
 * after operands, and spellings such as `-maxdepth`. Each option carries the judgement of its program's row.
 */

/** What giving an option means; absent for one that changes nothing outside the process. */
export type Meaning =
  | { readonly does: 'writes' | 'runs' | 'reads' | 'pattern' }
  | { readonly does: 'adds' | 'only'; readonly effects: readonly string[] }
  | { readonly does: 'doubt' };

export interface Known {
  /** Every spelling, for a look-up by any of them. */
  readonly spellings: readonly string[];
  readonly takes: 'nothing' | 'value' | 'optional';
  meaning?: Meaning | undefined;
}

export interface Given {
  readonly option: Known;
  readonly value: string;
}

export interface Line {
  readonly options: readonly Given[];
  readonly operands: readonly string[];
  /** Spellings the grammar does not know, and options that lack their value. */
  readonly unknown: readonly string[];
  /** A word that only the shell will know stands where an option could stand. */
  readonly unclear: boolean;
}

export type Spellings = ReadonlyMap<string, Known>;

/** From `flags|with a value|with a value that may be left out`; later tables add to earlier ones and win. */
export function spellingsOf(...tables: readonly string[]): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const table of tables) {
    table.split('|').forEach((list, column) => {
      const takes = column === 0 ? 'nothing' : column === 1 ? 'value' : 'optional';
      for (const item of list.split(/\s+/)) {
        if (item === '') continue;
        const spellings = item.split('/');
        const option: Known = { spellings, takes };
        for (const spelling of spellings) known.set(spelling, option);
      }
    });
  }
  return known;
}

export interface Habits {
  /** Operands end the options: `ip`, wrappers. */
  readonly stops?: boolean;
  /** `-5`, `+3`: a number in the place of an option. */
  readonly numbers?: boolean;
}

const NO_HABITS: Habits = Object.freeze({});

export function scanLine(argv: readonly string[], from: number, known: Spellings, habits: Habits = NO_HABITS): Line {
  const options: Given[] = [];
  const operands: string[] = [];
  const unknown: string[] = [];
  let unclear = false;
  for (let at = from; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (arg === '--') {
      for (at++; at < argv.length; at++) operands.push(argv[at] as string);
      break;
    }
    if (arg.length < 2 || arg.charCodeAt(0) !== 45) {
      if (arg.startsWith(UNRESOLVED)) unclear = true;
      operands.push(arg);
      if (!habits.stops) continue;
      for (at++; at < argv.length; at++) operands.push(argv[at] as string);
      break;
    }
    if (habits.numbers && /^-\d/.test(arg)) continue;
    at += take(argv, at, known, options, unknown);
  }
  return { options, operands, unknown, unclear };
}

/** Reads the option at `at`; the number of further arguments it took. */
function take(argv: readonly string[], at: number, known: Spellings, options: Given[], unknown: string[]): number {
  const arg = argv[at] as string;
  const equals = arg.indexOf('=');
  const spelling = equals < 0 ? arg : arg.slice(0, equals);
  const option = known.get(spelling) ?? (arg.charCodeAt(1) === 45 ? shortened(spelling, known) : undefined);
  if (option !== undefined && (equals < 0 || spelling.length > 2)) {
    if (equals >= 0) {
      if (option.takes === 'nothing') unknown.push(arg);
      options.push({ option, value: arg.slice(equals + 1) });
      return 0;
    }
    return valueAfter(argv, at, option, options, unknown);
  }
  if (arg.charCodeAt(1) === 45) {
    unknown.push(spelling);
    return 0;
  }
  for (let letter = 1; letter < arg.length; letter++) {
    const single = known.get(`-${arg[letter]}`);
    if (single === undefined) {
      unknown.push(`-${arg[letter]}`);
      return 0;
    }
    const rest = arg.slice(letter + 1);
    if (single.takes === 'nothing') {
      options.push({ option: single, value: '' });
      continue;
    }
    if (rest !== '') {
      options.push({ option: single, value: rest });
      return 0;
    }
    return valueAfter(argv, at, single, options, unknown);
  }
  return 0;
}

function valueAfter(argv: readonly string[], at: number, option: Known, options: Given[], unknown: string[]): number {
  if (option.takes !== 'value') {
    options.push({ option, value: '' });
    return 0;
  }
  const value = argv[at + 1];
  if (value === undefined) unknown.push(argv[at] as string);
  else options.push({ option, value });
  return 1;
}

/** A long option may be shortened as long as only one begins so. */
function shortened(spelling: string, known: Spellings): Known | undefined {
  if (spelling.length < 4) return undefined;
  let found: Known | undefined;
  for (const [name, option] of known) {
    if (!name.startsWith(spelling)) continue;
    if (found !== undefined && found !== option) return undefined;
    found = option;
  }
  return found;
}

/** The value of the last option with that spelling; `''` for a flag. */
export function lastValue(line: Line, spelling: string): string | undefined {
  for (let at = line.options.length - 1; at >= 0; at--) {
    const given = line.options[at] as Given;
    if (given.option.spellings.includes(spelling)) return given.value;
  }
  return undefined;
}

export function has(line: Line, ...spellings: readonly string[]): boolean {
  return line.options.some((given) => spellings.some((spelling) => given.option.spellings.includes(spelling)));
}
