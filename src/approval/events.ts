import type { Action } from '../command/action.ts';
import type { Manifest, Text } from '../command/manifest.ts';
import type { Input } from '../command/reader.ts';
import type { Decision } from '../policy/decision.ts';
import type { Parent, Principal, Stdin } from '../request/request.ts';

/** What the approval stage writes into the log. Every text is redacted before it gets here. */
export interface ApprovalEvents {
  'request.submitted': Submitted;
  'request.decided': Decision;
  /** The person who asked typed the word that the prompt printed: not an approval by somebody else. */
  'request.confirmed': { readonly word: string };
  'vote.cast': CastVote;
  'question.asked': { readonly by: string; readonly text: string };
  'question.answered': { readonly by: string; readonly text: string };
  /** Every duty is met. `acknowledged`: by the owner of the asking agent, when nobody else is known. */
  'request.granted': { readonly digest: string; readonly voters: readonly string[]; readonly acknowledged: boolean };
  'request.denied': { readonly reason: DenialReason; readonly by?: string; readonly text?: string };
  'request.expired': Record<string, never>;
  'request.withdrawn': { readonly by: string; readonly text?: string };
  'request.superseded': { readonly by: string };
  /** What would run now is not what was granted. */
  'request.changed': { readonly differences: readonly string[] };
  'grant.revoked': { readonly by: string; readonly text?: string };
  'grant.lapsed': Record<string, never>;
}

/** A no, and whose. The first three are the policy's own. */
export type DenialReason =
  | 'rule'
  | 'limit'
  | 'error'
  | 'person'
  | 'nobody_can_approve'
  | 'no_terminal'
  | 'not_confirmed';

export interface Submitted {
  readonly principal: Principal;
  readonly argv: readonly Text[];
  readonly cwd: string;
  readonly host: string;
  readonly user: { readonly uid: number; readonly name: string };
  readonly tty: boolean;
  readonly stdin: Stdin;
  readonly parents: readonly Parent[];
  /** Variables of the caller that were not UTF-8 or given twice: never passed on. */
  readonly dropped: readonly string[];
  readonly intent?: Text;
  readonly ticket?: Text;
  readonly manifest: Manifest;
  readonly digest: string;
  readonly actions: readonly Action[];
  readonly inputs: readonly Input[];
  readonly notes: readonly string[];
  readonly opaque: boolean;
}

export interface CastVote {
  readonly vote: 'approve' | 'deny';
  /** A person's permanent name. */
  readonly voter: string;
  readonly evidence: 'os';
  /** Digest of the manifest the voter saw. */
  readonly digest: string;
  readonly text?: string;
}
