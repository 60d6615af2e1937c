import type { Action } from '../command/action.ts';
import type { Manifest, Text } from '../command/manifest.ts';
import type { Input } from '../command/reader.ts';
import type { Approvers, Decision } from '../policy/decision.ts';
import type { Parent, Principal, Stdin } from '../request/request.ts';
import type { Evidence, KeptAssertion, Signature } from './evidence.ts';
import type { Preview } from './preview.ts';
import type { Shape } from './shape.ts';

/** What the approval stage writes into the log. Every text is redacted before it gets here. */
export interface ApprovalEvents {
  'request.submitted': Submitted;
  'request.decided': Decision;
  /** The person who asked typed the word that the prompt printed: not an approval by somebody else. */
  'request.confirmed': { readonly word: string };
  /** The same was asked again while it waited, and joined. The words are those of the new call. */
  'request.repeated': { readonly intent?: Text; readonly ticket?: Text };
  'vote.cast': CastVote;
  /** A proof that did not hold. It counts for nothing, and is kept: somebody tried. */
  'vote.rejected': {
    readonly voter: string;
    readonly evidence: Evidence;
    readonly why: string;
    readonly relay?: Relayed;
  };
  'question.asked': { readonly by: string; readonly text: string; readonly relay?: Relayed };
  'question.answered': Answered;
  /** The deadline of a rule's own people came near: the people of its `escalate` are asked as well. */
  'request.escalated': { readonly rule: string; readonly to: readonly string[] };
  /** What would change, found out without changing anything; for approvers only. */
  'request.previewed': { readonly by: string; readonly previews: readonly Preview[] };
  /**
   * Every duty is met. `acknowledged`: by the owner of the asking agent, when nobody else is known. `standing`: by votes
   * given before, for everything of this shape.
   */
  'request.granted': {
    readonly digest: string;
    readonly voters: readonly string[];
    readonly acknowledged: boolean;
    readonly standing?: string;
  };
  /** Break-glass: it runs without the votes, and somebody must look at it afterwards. `told`: who could have approved. */
  'request.broken': { readonly by: string; readonly why: Text; readonly told: readonly string[] };
  /** Somebody who could have approved it looked at it. The only event that may follow the end of a request. */
  'request.reviewed': { readonly by: string; readonly verdict: Verdict; readonly text: string };
  'request.denied': { readonly reason: DenialReason; readonly by?: string; readonly text?: string };
  'request.expired': Record<string, never>;
  'request.withdrawn': { readonly by: string; readonly text?: string };
  /** A command of a service is to stop; its runner is told, at a client, or ends it, here. */
  'stop.asked': { readonly by: string; readonly text?: string };
  'request.superseded': { readonly by: string };
  /** What would run now is not what was granted. */
  'request.changed': { readonly differences: readonly string[] };
  'grant.revoked': { readonly by: string; readonly text?: string };
  'grant.lapsed': Record<string, never>;
}

/** The life of a standing grant: a stream of its own beside that of its request. */
export interface StandingEvents {
  'standing.granted': StandingGrant;
  'standing.used': { readonly request: string };
  'standing.revoked': { readonly by: string; readonly text?: string };
  'standing.expired': Record<string, never>;
}

/** What a standing grant is bound to, exactly as its approvers were shown it. */
export interface StandingGrant {
  /** The request that was approved together with it. */
  readonly request: string;
  readonly principal: string;
  readonly owner?: string;
  /** Absent: the requester had none. Another session is not covered. */
  readonly session?: string;
  readonly shape: Shape;
  readonly approvers: readonly Approvers[];
  /** The votes that made it: counted again, with the directory of that moment, at every use. */
  readonly votes: readonly CastVote[];
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** A workflow engine that brings back what a person decided there (docs/decisions/0016-webhooks.md). */
export interface Relayed {
  /** The name of the relay, as rules have it. */
  readonly name: string;
  /** Id of the token it came with. */
  readonly token: string;
  /** Who made that token, and so has seen it. */
  readonly by: string;
  /** Where the engine shows what it did: its own words. */
  readonly run?: string;
}

export type Verdict = 'justified' | 'not_justified';

export interface Answered {
  readonly by: string;
  readonly text: string;
  /** A file the requester attached: its words too. */
  readonly file?: { readonly name: string; readonly digest: string; readonly text: string };
}

/** A no, and whose. The first three are the policy's own. */
export type DenialReason =
  | 'rule'
  | 'limit'
  | 'error'
  | 'person'
  | 'nobody_can_approve'
  | 'no_terminal'
  | 'not_confirmed'
  /** A person said no to the same a moment ago. */
  | 'cooling_down'
  /** The requester has as many requests open as it may have. */
  | 'too_many_open'
  /** Break-glass, where no rule provides for it. */
  | 'no_break_glass';

export interface Submitted {
  readonly principal: Principal;
  readonly argv: readonly Text[];
  readonly cwd: string;
  readonly host: string;
  /** The account that asked; uid -1 where it is one of another machine. */
  readonly user: { readonly uid: number; readonly name: string };
  /** Where it would run, when that is not in the gate that was asked; `run_as`: under which account, in host mode. */
  readonly mode?: 'host' | 'client';
  readonly run_as?: string;
  readonly tty: boolean;
  readonly stdin: Stdin;
  readonly parents: readonly Parent[];
  /** Variables of the caller that were not UTF-8 or given twice: never passed on. */
  readonly dropped: readonly string[];
  readonly intent?: Text;
  readonly ticket?: Text;
  /** Index of the `call.seen` event of the tool call that this run is, as the requester says. */
  readonly call?: number;
  readonly manifest: Manifest;
  readonly digest: string;
  /** What a standing grant for it would cover. */
  readonly shape: Shape;
  readonly actions: readonly Action[];
  readonly inputs: readonly Input[];
  readonly notes: readonly string[];
  readonly opaque: boolean;
}

export interface CastVote {
  readonly vote: 'approve' | 'deny';
  /** A person's permanent name. */
  readonly voter: string;
  readonly evidence: Evidence;
  /** Digest of the manifest the voter saw. */
  readonly digest: string;
  readonly text?: string;
  /** With the other members of the statement, what a signature covers. */
  readonly at: number;
  readonly nonce: string;
  /** For evidence that anybody can check again. */
  readonly signature?: Signature;
  readonly assertion?: KeptAssertion;
  /** What conveyed it, when that was not the voter. */
  readonly relay?: Relayed;
  /** The approval is to stand, for what was shown. */
  readonly standing?: { readonly seconds: number; readonly shape: string };
}
