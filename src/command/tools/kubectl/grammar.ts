import { type Grammar, grammar, type Scan, scan } from '../../options.ts';

/** A kubectl command line taken apart: the command path (`create secret generic`), and its options and operands. */
export interface Parsed {
  /** Undefined when the verb is not one of the program's own: then it is somebody's plugin. */
  readonly path: string | undefined;
  readonly found: Scan;
  readonly operands: readonly string[];
  /** What follows `--`. */
  readonly after: readonly string[];
}

/** The commands and options of kubectl, or of a program that is kubectl with more commands. */
export class Dialect {
  readonly #table = new Map<string, readonly string[]>();
  readonly #aliases = new Map<string, string>();
  readonly #grammars = new Map<string, Grammar>();
  readonly #global: Grammar;

  /**
   * @param tables lines of `path|flags|single values|values that add up|values that may be left out`; later ones win
   * @param aliases lines of `alias=path`
   * @param without first words of commands that this program has not
   */
  constructor(tables: readonly string[], aliases: readonly string[], without: readonly string[] = []) {
    for (const line of tables.join('\n').split('\n')) {
      const [path = '', ...columns] = line.split('|');
      // What every command takes adds up; a command that is listed again is another one of that name.
      const shared = path === '*' ? this.#table.get(path) : undefined;
      if (path !== '') this.#table.set(path, shared?.map((column, at) => `${column} ${columns[at] ?? ''}`) ?? columns);
    }
    for (const line of aliases.join('\n').split('\n')) {
      const equals = line.indexOf('=');
      if (equals > 0) this.#aliases.set(line.slice(0, equals), line.slice(equals + 1));
    }
    for (const word of without) this.#aliases.set(word, '');
    this.#global = this.#made('*', undefined);
  }

  #made(path: string, base: Grammar | undefined): Grammar {
    const [flags = '', values = '', many = '', optional = ''] = this.#table.get(path) ?? [];
    return grammar('pflag', { flags, values, many, optional }, base);
  }

  #grammar(path: string): Grammar {
    let known = this.#grammars.get(path);
    if (known === undefined) {
      known = this.#made(path, this.#global);
      this.#grammars.set(path, known);
    }
    return known;
  }

  /** The command's own name, from that name or another one. */
  #command(path: string): string | undefined {
    const alias = this.#aliases.get(path);
    if (alias !== undefined) return alias === '' ? undefined : alias;
    return this.#table.has(path) && path !== '*' ? path : undefined;
  }

  /** Every command, for completeness tests. */
  commands(): readonly string[] {
    return [...this.#table.keys()].filter((path) => path !== '*' && this.#command(path) !== undefined);
  }

  /** The command, its options and its operands; without a path when the verb is not one of the program. */
  parse(argv: readonly string[]): Parsed {
    const at = this.#verbAt(argv);
    const verb = argv[at];
    if (verb === undefined) return { path: '', found: scan(argv, 1, this.#global), operands: [], after: [] };
    const rest = [...argv.slice(1, at), ...argv.slice(at + 1)];
    if (verb === 'help') {
      const found = scan(rest, 0, this.#global);
      return { path: 'help', found, operands: found.positionals, after: [] };
    }
    let path = this.#command(verb);
    if (path === undefined) return { path, found: scan(argv, at + 1, this.#global), operands: [], after: [] };
    let typed = verb;
    let used = 0;
    for (;;) {
      // The word after the verb may be a command of its own: `rollout restart`, `create secret generic`.
      const found = scan(rest, 0, this.#grammar(path));
      const next: string | undefined = found.positionals[used];
      const beforeDash = found.dash === undefined || used < found.dash;
      const deeper: string | undefined =
        next === undefined || !beforeDash
          ? undefined
          : (this.#command(`${path} ${next}`) ?? (typed === path ? undefined : this.#command(`${typed} ${next}`)));
      if (deeper === undefined) {
        const dash = found.dash ?? found.positionals.length;
        return { path, found, operands: found.positionals.slice(used, dash), after: found.positionals.slice(dash) };
      }
      typed = `${typed} ${next}`;
      path = deeper;
      used++;
    }
  }

  /** kubectl looks for its verb behind options; of one it does not know yet it takes the next word for the value. */
  #verbAt(argv: readonly string[]): number {
    for (let at = 1; at < argv.length; at++) {
      const arg = argv[at] as string;
      if (arg === '--') return at + 1;
      if (!arg.startsWith('-') || arg === '-') return at;
      const option = this.#global.options.get(arg);
      const short = arg[1] !== '-' && arg.length === 2;
      if (arg.includes('=')) continue;
      if (option === undefined ? short || arg.startsWith('--') : option.takes === 'value') at++;
    }
    return argv.length;
  }
}
