import type { Command, SyntaxNode } from 'unbash';
import type { ReadContext } from '../../reader.ts';
import type { Findings } from './findings.ts';
import type { ScriptNames } from './names.ts';
import type { Place, Stream } from './place.ts';
import type { Survey } from './survey.ts';

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
  /** Assignments in front of it. */
  readonly prefix: Readonly<Record<string, string>>;
  readonly stream: Stream | undefined;
}

/** One way through one script, from its first word to its last: what its parts are read with, and what they add to. */
export interface Walk {
  readonly dialect: Dialect;
  readonly context: ReadContext;
  readonly survey: Survey;
  readonly names: ScriptNames;
  readonly place: Place;
  readonly findings: Findings;
  /** Reads the commands inside words: `$(...)`, backticks, `<(...)`. */
  nested(node: SyntaxNode): void;
}
