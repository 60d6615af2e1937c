import type { Assignment, Command, CommandNode, CompoundList, ParsedScript, SyntaxNode } from 'unbash';
import type { ReadContext } from '../../reader.ts';
import type { Findings } from './findings.ts';
import type { Functions } from './functions.ts';
import type { Place, Stream } from './place.ts';
import type { Variables } from './variables.ts';
import type { Names } from './words.ts';

/** Whose grammar the text is in. */
export interface Dialect {
  /** The name of its program. */
  readonly shell: string;
  /** It reads what bash reads beyond a plain POSIX shell. */
  readonly bash: boolean;
}

/** A simple command, its words as far as they are known. */
export interface Call {
  readonly node: Command;
  readonly program: string;
  /** The program's own word included. */
  readonly words: readonly string[];
  /** More words than these may come. */
  readonly open: boolean;
  /** A pattern stands where an option could. */
  readonly loose: boolean;
  /** Assignments in front of it. */
  readonly prefix: Readonly<Record<string, string>>;
  readonly stream: Stream | undefined;
}

/** One way through one script, from its first word to its last: what its parts are read with, and what they add to. */
export interface Walk extends Names {
  readonly dialect: Dialect;
  readonly context: ReadContext;
  readonly variables: Variables;
  readonly functions: Functions;
  readonly aliases: Map<string, string>;
  /** What `set` and `shopt` have switched on: `errexit`, `lastpipe`. */
  readonly options: Set<string>;
  /** How many loops the walk is inside of. */
  loops: number;
  /** How many more rounds of loops may be read one by one. */
  rounds: number;
  readonly place: Place;
  readonly findings: Findings;
  /** Some text was decoded: code that comes from there is hidden on purpose, whatever it says. */
  decodes: boolean;
  /** Where commands are, as far as it is known. */
  readonly cwd: string;
  /** Reads the commands inside words: `$(...)`, backticks, `<(...)`. */
  nested(node: SyntaxNode): void;
  assign(node: Assignment): void;
  /** A subshell: what it assigns and where it goes ends with it. */
  apart(read: () => void, stream?: Stream): void;
  /** Reads a text in place, as `eval` does. False when it cannot be. */
  inline(source: string): boolean;
  /** The source text of a node. */
  textOf(node: Pick<SyntaxNode, 'pos' | 'end'>): string;
  /** Reads what a name that is a function does, with these arguments. */
  call(name: string, args: readonly string[], stream: Stream | undefined): void;
  command(node: CommandNode | CompoundList): void;
  parsed(source: string): ParsedScript;
}
