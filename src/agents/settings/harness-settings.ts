/** How one harness is told to start gate's hook: the settings file, and what stands in it. Texts in, texts out. */
export interface HarnessSettings {
  /** As `gate init NAME` and `gate hook NAME` have it. */
  readonly name: HarnessName;
  /** As people know it. */
  readonly title: string;
  /** Its own programs, as they are found in `PATH`. */
  readonly programs: readonly string[];
  /**
   * The directory of the person's settings, for whether the harness is used here at all.
   *
   * @throws GateError CONFIG_INVALID when a variable moves it to a relative path
   */
  directory(environment: Environment, home: string): string;
  /** The settings file: of the person, or of a repository when its root is given. @throws as `directory` */
  path(environment: Environment, home: string, project?: string): string;
  /**
   * The text with gate's hook in it, once; hooks of another gate are replaced, everything else stays as it is.
   *
   * @param text undefined: there is no such file
   * @param gate full path of the program
   * @throws GateError CONFIG_INVALID when the text is not what the harness reads
   */
  wire(text: string | undefined, gate: string, options?: WireOptions): string;
  /**
   * The text without gate's hooks, and without lists and objects that only they needed.
   *
   * @param original what the file was before gate changed it: what was empty there stays, what gate added goes
   * @returns undefined when there was no file, and nothing is left of it
   * @throws GateError CONFIG_INVALID
   */
  unwire(text: string, original?: Original): string | undefined;
  /** Gate's hooks in this text, whatever else it holds. @throws GateError CONFIG_INVALID when it cannot be read */
  wired(text: string): readonly WiredHook[];
  /** How many hooks of others run for the same events, and could rewrite what gate rewrote. @throws as `wired` */
  others(text: string): number;
  /** Why hooks of this file (or, for Gemini CLI, of all files) do not run, one clause each. @throws as `wired` */
  switchedOff(text: string): readonly string[];
}

export type HarnessName = 'claude' | 'codex' | 'gemini' | 'cursor';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface WireOptions {
  /** Claude Code only: it does not ask again for lines that gate itself wrote. */
  readonly noSecondPrompt?: boolean;
  /** The gate's path at the end of links, which it uses in such lines; without it, the path itself. */
  readonly real?: string;
}

export interface Original {
  /** Undefined: there was no file. */
  readonly text: string | undefined;
}

export interface WiredHook {
  /** The event of the harness, such as `PreToolUse`. */
  readonly event: string;
  readonly matcher: string | undefined;
  /** The program that it starts, as it is written there. */
  readonly gate: string;
  /** What the harness starts: a line for a shell, or a program when there are arguments. */
  readonly line: string;
  readonly args?: readonly string[];
  /** Which entry of the event it is, and which hook of that entry, from 0. */
  readonly place: readonly [entry: number, hook: number];
  /** Exactly what `wire` writes for this gate: every tool, every failure blocks. */
  readonly whole: boolean;
}
