import type { Principal } from '../request/request.ts';

/** Who calls the API, as the transport proves it. Nothing in a body or a header of the caller's choice changes it. */
export interface Caller {
  /** A person, agent or pipeline under its permanent name; what only the caller says about itself is not in it. */
  readonly principal: Principal;
  readonly by: 'peer' | 'token' | 'oidc' | 'login' | 'certificate';
  /** Id of the token it came with; that of a login is its session. */
  readonly token?: string;
  /** What a relay is called, who made its token, and whose votes it may convey now. */
  readonly relay?: { readonly name: string; readonly by: string; readonly people: readonly string[] };
  /** Of the account, where the kernel said it. */
  readonly uid?: number;
  /** `USER@HOST`, where the kernel said it. */
  readonly account?: string;
  readonly scopes: ReadonlySet<Scope>;
}

/**
 * `run`: submit, wait, start, and what the requester may do; `read`: every request and the log; `vote`: what people do;
 * `operate`: metrics, tokens, reload; `relay`: what a workflow engine brings back.
 */
export type Scope = 'run' | 'read' | 'vote' | 'operate' | 'relay';

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
