import type { Words } from '../approval/acts.ts';
import type { Answer, Grant, Refusal } from '../approval/answer.ts';
import type { View } from '../approval/states.ts';
import type { Submission } from '../approval/submission.ts';
import type { Stored } from '../audit/log.ts';
import type { Exit, Receipt } from '../execution/execution.ts';

/** A request as the broker knows it. */
export type Known = Stored<View>;

/**
 * The one interface in front of requests, votes and the record. Asynchronous, because a store can be remote.
 * Every method that changes something is one durable append; after it, everybody who watches is told.
 */
export interface Broker {
  /**
   * Records a request, or attaches to an identical open one of the same principal and session.
   * `confirm` and `hold` come back as `pending`; an allowed one is granted at once and recorded by `start`.
   */
  submit(submission: Submission): Promise<Answer>;
  /** The person who asked typed the word. */
  confirm(id: string, word: string): Promise<Answer>;
  /**
   * The request as it stands, after what time alone brought about.
   * @throws GateError UNKNOWN_REQUEST
   */
  get(id: string): Promise<Known>;
  /** Resolves when something happened to the request, its deadline passed, or `signal` aborted. */
  changed(id: string, seen: number, signal: AbortSignal): Promise<void>;
  vote(id: string, ballot: Ballot): Promise<Receiving>;
  ask(id: string, words: Words): Promise<Receiving>;
  reply(id: string, words: Words): Promise<Receiving>;
  withdraw(id: string, words: Words): Promise<Receiving>;
  /** Ends a grant that has not started. */
  revoke(id: string, words: Words): Promise<Receiving>;
  deny(id: string, reason: 'no_terminal' | 'not_confirmed'): Promise<Refusal>;
  /**
   * Compares what would run now with what was granted, and makes the start durable. Consumes the grant: of many
   * callers exactly one gets a receipt.
   */
  start(submission: Submission, grant: Grant, credentials: string | undefined): Promise<Receipt | Refusal>;
  /** What was granted cannot run any more, because its surroundings are gone: ends it as `changed`. */
  spoil(id: string, differences: readonly string[]): Promise<Refusal>;
  finish(receipt: Receipt, exit: Exit): Promise<void>;
  /**
   * By whole id or by its tail, as people type it.
   * @throws GateError UNKNOWN_REQUEST when none or several match
   */
  find(id: string): Promise<Known>;
  /** Everything the log holds of one request, oldest first. */
  record(id: string): Promise<readonly RecordedEvent[]>;
  list(filter: { open?: boolean; limit?: number }): Promise<readonly Known[]>;
}

export interface RecordedEvent {
  readonly index: number;
  readonly at: number;
  readonly type: string;
  /** As stored, redacted; null after an erasure. */
  readonly payload: unknown;
}

export interface Ballot {
  readonly vote: 'approve' | 'deny';
  readonly voter: string;
  readonly evidence: 'os';
  /** What the voter saw; absent means "the one this id has". */
  readonly digest?: string;
  readonly text?: string;
}

/** What became of a vote, question, answer, withdrawal or revocation. */
export type Receiving =
  | { readonly kind: 'recorded'; readonly known: Known }
  | { readonly kind: 'not_yours'; readonly why: string; readonly known: Known }
  /** Too late, or not in a state where this makes sense. */
  | { readonly kind: 'ended'; readonly known: Known };
