import type { Principal } from '../request/request.ts';

/** Who calls the API, as the transport proves it. Nothing in a body or a header of the caller's choice changes it. */
export interface Caller {
  /** A person, agent or pipeline under its permanent name; what only the caller says about itself is not in it. */
  readonly principal: Principal;
  readonly by: 'peer' | 'token' | 'oidc' | 'login' | 'certificate';
  /** Id of the token it came with; that of a login is its session. */
  readonly token?: string;
  /** Of the account, where the kernel said it. */
  readonly uid?: number;
  /** `USER@HOST`, where the kernel said it. */
  readonly account?: string;
  readonly scopes: ReadonlySet<Scope>;
}

/**
 * `run`: submit, wait, start, and what the requester may do; `read`: every request and the log; `vote`: what people do;
 * `operate`: metrics, tokens, reload.
 */
export type Scope = 'run' | 'read' | 'vote' | 'operate';

/** What a caller says about itself: it may only take rights away (IPC-09). */
export interface Claimed {
  /** An agent or pipeline by the markers in its environment or among its parents. */
  readonly kind?: 'agent' | 'pipeline';
  readonly harness?: string;
  readonly session?: string;
  /** An agent, a pipeline or gate is among the parents. */
  readonly supervised?: boolean;
  /** A controlling terminal can be opened. */
  readonly tty: boolean;
}
