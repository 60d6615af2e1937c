import { UNRESOLVED } from '../../options.ts';

/** A group: its groups by name, its commands as one text under the empty name. */
export interface CommandGroup {
  readonly [name: string]: CommandGroup | string;
}

/** What `scripts/generate-clouds.ts` writes: every command of a cloud's tool, and all options in one table. */
export interface CloudTree {
  readonly flags: string;
  readonly values: string;
  /** A flag to some commands; takes a value at others. */
  readonly either: string;
  /** One-letter options, of which the source does not say whether they take a value. */
  readonly short?: string;
  readonly commands: CommandGroup;
}

export interface CloudWords {
  /** The command's words from the tree, release tracks left out. */
  readonly path: readonly string[];
  /** What the last word of the path is; a stranger is a word the tree does not have there. */
  readonly end: 'command' | 'group' | 'stranger';
  readonly stranger: string | undefined;
  readonly operands: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** What follows `--`. */
  readonly rest: readonly string[];
  readonly doubts: readonly string[];
}

type Kind = 'flag' | 'value' | 'either';

/** One tool's words by what they are for. Its tables are made at the first command and kept. */
export class CloudLanguage {
  readonly #tree: CloudTree;
  readonly #tracks: readonly string[];
  readonly #operands: boolean;
  #kinds: Map<string, Kind> | undefined;

  /**
   * @param tracks words that may stand before any command and do not change which one is meant
   * @param operands whether its commands take words that belong to no option
   */
  constructor(tree: CloudTree, tracks: readonly string[], operands: boolean) {
    this.#operands = operands;
    this.#tree = tree;
    this.#tracks = tracks;
  }

  parse(argv: readonly string[]): CloudWords {
    const path: string[] = [];
    const operands: string[] = [];
    const options = new Map<string, string[]>();
    const doubts: string[] = [];
    let group: CommandGroup | undefined = this.#tree.commands;
    let isCommand = false;
    let stranger: string | undefined;
    let at = 1;
    for (; at < argv.length; at++) {
      const arg = argv[at] as string;
      if (arg === '--') break;
      // Behind the command no option changes what it does; in front of its end it may be another command.
      if (arg.startsWith(UNRESOLVED) && !isCommand) doubts.push('an argument is only known when it runs');
      if (arg.length > 1 && arg[0] === '-') {
        at = this.#option(argv, at, options, doubts);
        continue;
      }
      if (group === undefined || (path.length === 0 && this.#tracks.includes(arg))) {
        if (group === undefined) operands.push(arg);
        continue;
      }
      const inner: CommandGroup | string | undefined = Object.hasOwn(group, arg) && arg !== '' ? group[arg] : undefined;
      const leaf = hasCommand(group, arg);
      if (inner === undefined && !leaf) {
        // A group that is a command in another track takes this word as its operand.
        if (isCommand) operands.push(arg);
        else stranger = arg;
        group = undefined;
        continue;
      }
      path.push(arg);
      isCommand = leaf;
      group = typeof inner === 'object' ? inner : undefined;
    }
    const end = stranger !== undefined ? 'stranger' : isCommand ? 'command' : 'group';
    return { path, end, stranger, operands, options, rest: argv.slice(at + 1), doubts };
  }

  #option(argv: readonly string[], at: number, options: Map<string, string[]>, doubts: string[]): number {
    const arg = argv[at] as string;
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    const kind = this.#kind(name);
    if (kind === undefined) doubts.push(`option ${name} is not one gate knows`);
    const next = argv[at + 1];
    const ready = next !== undefined && next[0] !== '-';
    // An option that lacks its value: az refuses the command, and so the next option is read as one.
    const follows = this.#operands
      ? kind === 'value'
      : (kind === 'value' && next?.startsWith('--') !== true) || (kind === 'either' && ready);
    const takes = follows && equals < 0;
    const value = takes ? next : equals < 0 ? '' : arg.slice(equals + 1);
    if (value === undefined || (takes && value.startsWith('--'))) doubts.push(`option ${name} lacks its value`);
    const values = options.get(name);
    if (values === undefined) options.set(name, [value ?? '']);
    else values.push(value ?? '');
    return takes ? at + 1 : at;
  }

  #kind(name: string): Kind | undefined {
    if (this.#kinds === undefined) {
      this.#kinds = new Map();
      const { flags, values, either, short = '' } = this.#tree;
      for (const flag of `${flags} ${short}`.split(' ')) this.#kinds.set(flag, 'flag');
      for (const option of either.split(' ')) this.#kinds.set(option, 'either');
      for (const option of values.split(' ')) this.#kinds.set(option, 'value');
      this.#kinds.delete('');
    }
    return this.#kinds.get(name);
  }
}

function hasCommand(group: CommandGroup, word: string): boolean {
  const list = group[''];
  if (typeof list !== 'string' || word === '' || word.includes(' ')) return false;
  for (let at = list.indexOf(word); at >= 0; at = list.indexOf(word, at + 1)) {
    const after = at + word.length;
    if ((at === 0 || list[at - 1] === ' ') && (after === list.length || list[after] === ' ')) return true;
  }
  return false;
}

/** Every command of a tree, for completeness tests. */
export function commandsOf(group: CommandGroup, above = ''): readonly string[] {
  return Object.entries(group).flatMap(([name, inner]) =>
    typeof inner === 'string'
      ? inner.split(' ').map((command) => above + command)
      : commandsOf(inner, `${above}${name} `),
  );
}

/** The last value of the first of these options that was given. */
export function lastOf(words: CloudWords, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = words.options.get(name)?.at(-1);
    if (value !== undefined) return value;
  }
  return undefined;
}
