import type { Effect } from '../../action.ts';

/**
 * What gate judges about one everyday program, beside its grammar (options-table.ts): what it does to its operands and
 * which of its options do something else. Every option that the grammar knows and the row does not name is harmless.
 */
export interface Program {
  /** What it does; absent: only reads. */
  readonly effects?: readonly Effect[];
  /**
   * What the operands are. `files`: read or changed, each of them. `last`: the last one is changed. `pattern`: the
   * first is not a file, the rest are. `rest`: the same, for a mode or an owner. `none`: no files (the default).
   */
  readonly operands?: 'files' | 'last' | 'pattern' | 'rest' | 'none';
  /** What the operands are when not files: `user`, `device`, `process`. */
  readonly kind?: string;
  /** Where it acts when not on files. */
  readonly reach?: 'machine' | 'remote';
  /** Which operand is a machine it talks to. */
  readonly host?: 'first' | 'last' | 'none';
  /** Its operands leave this machine: text that only the shell will know may carry anything out. */
  readonly carries?: boolean;
  /** Reads the directory it stands in when it is given no file. */
  readonly here?: boolean;
  /** No option and no operand can make it do anything else: an unknown option is no doubt. */
  readonly settled?: boolean;
  /** Looks at names only: naming a file of credentials reveals nothing. */
  readonly names?: boolean;
  /** Options added to the manual page's, in its form: spellings of other systems, and corrections. */
  readonly more?: string;
  /** The options of another program. */
  readonly like?: string;
  /** Options whose value is a file that is written. */
  readonly writes?: string;
  /** Options whose value is a file that is read. */
  readonly reads?: string;
  /** Options whose value is a command. */
  readonly runs?: string;
  /** Options whose value is what it looks for: the first operand is then a file. */
  readonly patterns?: string;
  /** Options that add an effect, or replace all effects. */
  readonly adds?: Readonly<Partial<Record<Effect, string>>>;
  readonly only?: Readonly<Partial<Record<Effect, string>>>;
  /** Options after which gate cannot say what happens. */
  readonly doubts?: string;
  /** Effects when there is no operand. */
  readonly bare?: readonly Effect[];
  /** Effects when there are more operands than `most`. */
  readonly most?: number;
  readonly beyond?: readonly Effect[] | 'writes-last';
  /** `-5`, `+3` are numbers. */
  readonly numbers?: boolean;
}

export type Programs = Readonly<Record<string, Program>>;
