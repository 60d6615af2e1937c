import type { Stdin } from '../request/request.ts';
import type { Action } from './action.ts';
import type { Surroundings } from './worktree/surroundings.ts';

/** The bytes of a file as they were when first looked at; what was judged is what is pinned. */
export interface Snapshot {
  /** Absolute path as looked at. */
  readonly path: string;
  /** Absent when the file is larger than the reader may see; the digest still covers all of it. */
  readonly bytes?: Uint8Array;
  /** `sha256:` and 64 hex digits. */
  readonly digest: string;
  readonly size: number;
}

/** The only way a reader sees the disk. `explain --batch` gives one that is empty. */
export interface Files {
  /** A regular file by path relative to the command's cwd, or undefined when absent or unreadable. */
  read(path: string): Snapshot | undefined;
  /** Spooled stdin, when the command reads it as code or data that decides the meaning. */
  stdin(): Snapshot | undefined;
  /** The real path of an existing file or directory, else undefined. */
  realpath(path: string): string | undefined;
}

/** Readings by everything that they depend on. Bounded by its owner. */
export interface Memory {
  /** The environment the readings are for. */
  readonly environment: ReadContext['environment'];
  readonly readings: Map<string, Reading>;
}

/** How a command line can name this very gate. */
export interface Self {
  /** Whether a program's name, as it stands in a command line, leads to this executable. */
  is(program: string): boolean;
  /** What the hook was started with: another value of what leads gate to its policies makes it another gate. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What a reader may know. Pure input: a reader executes nothing and opens no network connection. */
export interface ReadContext {
  /** The environment the command will see, assignments of `env A=b` and shells included. */
  readonly environment: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly home: string;
  readonly stdin: Stdin;
  readonly files: Files;
  /** The project around the command, for how far it reaches; without it nothing is local. */
  readonly surroundings?: Surroundings;
  /** It runs on another machine, in a container or in another root. */
  readonly elsewhere?: boolean;
  /** Of many commands understood in one place that shows no files: what was read before is not read again. */
  readonly memory?: Memory;
  /** This gate, where another gate decides about what it is given: only hooks have it. */
  readonly self?: Self;
  /** Something earlier in the same line changes things: a file may hold something else by then, or be there at last. */
  readonly changed?: boolean;
}

/** A file or stdin whose content decides the meaning; its digest enters the manifest. */
export interface Input {
  /** What the tool uses it as: `manifest`, `sql`, `script`, `kubeconfig`, `parameters`. */
  readonly role: string;
  /** A path, or `-` for stdin. */
  readonly path: string;
  /** Absent when it could not be read: the action is then opaque. */
  readonly digest?: string;
}

/** A further command that this one starts: gate reads it too, and judges both. */
export interface Run {
  readonly argv: readonly string[];
  /** How it is started: `env`, `sudo -u root`, `bash -c`, `xargs`. */
  readonly via: string;
  /** Assignments this run adds; undefined as a value removes the name. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** What its stdin is, when that differs (a pipe inside a shell line). */
  readonly stdin?: Stdin;
  /** What its stdin will hold, when the command line itself spells it (a here-document, `echo ... |`). */
  readonly stdinBytes?: Uint8Array;
  /** It runs on another machine, in a container or in another root: its paths are not those of this machine. */
  readonly elsewhere?: boolean;
  /** The arguments are incomplete: more come from where gate cannot see (`xargs`, `$@`, an unresolved variable). */
  readonly open?: boolean;
  /** A pattern of the shell stands where an option could: a file may be named like one. */
  readonly loose?: boolean;
}

/** What a reader made of one argv. */
export interface Reading {
  readonly actions: readonly Action[];
  readonly runs?: readonly Run[];
  readonly inputs?: readonly Input[];
  /** Values that are credentials by this tool's grammar (`--token X`): redacted wherever they occur. */
  readonly secrets?: readonly string[];
  /** Environment variables that this tool heeds here: pinned in the manifest and shown. */
  readonly pins?: readonly string[];
  /** Short sentences for people: why opaque, what was assumed. */
  readonly notes?: readonly string[];
  /** No further argument could change the effects: an incomplete argument list (`Run.open`) is then no doubt. */
  readonly settled?: boolean;
}

/** One file under `tools/`. Must be total: any argv gives a Reading, doubt gives `unknown` and `opaque`. */
export interface Reader {
  /** Program names (basename) this reader answers for. */
  readonly names: readonly string[];
  /** Called before each `read` with the same arguments; a promise when something must be loaded for it (a WASM parser). */
  prepare?(argv: readonly string[], context: ReadContext): Promise<void> | undefined;
  /** @param argv argv[0] is the program as given, by name or path */
  read(argv: readonly string[], context: ReadContext): Reading;
}
