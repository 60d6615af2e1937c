/** WHO asks for WHAT: captured once from the process, then frozen. Everything in it comes from the requester. */

/** How strongly an identity is known, weakest first. */
export type Known = 'claimed' | 'os' | 'token' | 'oidc' | 'signed';

export interface Principal {
  readonly kind: 'person' | 'agent' | 'pipeline';
  /** Permanent name: `person:alice@host`, `agent:claude-code@alice@host`, `pipeline:github/owner/repo`. */
  readonly id: string;
  /** The person behind an agent or pipeline (`person:...`); absent for a person. */
  readonly owner?: string;
  readonly known: Known;
  /** What an agent or pipeline runs in: `claude-code`, `github-actions`. */
  readonly harness?: string;
  /** An attribute, not part of the name; attaching and grants compare it. */
  readonly session?: string;
}

/** The CI job that a request comes out of, whoever asks in it. */
export interface Job {
  /** `github-actions`, `gitlab-ci`, ... */
  readonly system: string;
  /** The system says that the machine outlives the job. */
  readonly stays: boolean;
}

/** A process above gate, nearest first. */
export interface Parent {
  readonly pid: number;
  /** The kernel's name for it (15 bytes at most on Linux). */
  readonly name: string;
}

/** What descriptor 0 is: decides whether the command may read something nobody has seen. */
export type Stdin = 'terminal' | 'null' | 'pipe' | 'file' | 'closed';

export interface Request {
  /** UUIDv7. */
  readonly id: string;
  /** Milliseconds since 1970, the clock of the machine that captured it. */
  readonly at: number;
  readonly principal: Principal;
  /** Exactly as given, empty arguments and newlines included; never re-joined, never re-split. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly host: string;
  readonly user: { readonly uid: number; readonly name: string };
  readonly home: string;
  /** True when a controlling terminal can be opened: a person can be asked on the spot. */
  readonly tty: boolean;
  readonly stdin: Stdin;
  readonly parents: readonly Parent[];
  /** The caller's environment, byte-exact names and values; those that are not UTF-8 are left out and named in `dropped`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly dropped: readonly string[];
  readonly intent?: string;
  readonly ticket?: string;
  /** Index of the `call.seen` event that a hook recorded for this very run. */
  readonly call?: number;
  /** The requester wants it to run now and be looked at afterwards; policy says whether they may. */
  readonly breakGlass?: true;
  /** An agent, a pipeline or gate is among the parents: nobody speaks for people from there. */
  readonly supervised?: true;
  /** Absent where no CI system is known to be around. */
  readonly job?: Job;
}
