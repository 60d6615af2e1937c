import type { Words } from '../approval/acts.ts';
import type { Answer, Grant, Refusal } from '../approval/answer.ts';
import type { Answered, Relayed, Verdict } from '../approval/events.ts';
import type { Proof, VoteStatement } from '../approval/evidence.ts';
import type { Able } from '../approval/factors/factor.ts';
import type { Preview } from '../approval/preview.ts';
import type { Missing } from '../approval/quorum.ts';
import type { Standing } from '../approval/standing.ts';
import type { View } from '../approval/states.ts';
import type { Submission } from '../approval/submission.ts';
import type { SeenCall } from '../audit/calls.ts';
import type { Stored } from '../audit/log.ts';
import type { Exit, Receipt } from '../execution/execution.ts';
import type { EvidenceLevel } from '../policy/decision.ts';

/** A request as the broker knows it. */
export type Known = Stored<View>;

/** A standing grant as the broker knows it. */
export type KnownStanding = Stored<Standing>;

export interface ListFilter {
  readonly open?: boolean;
  readonly principal?: string;
  /** Its principal, or the owner of that. */
  readonly of?: string;
  /** Only those that began before this one did, by its whole id: the next page. */
  readonly before?: string;
  readonly limit?: number;
}

/** Where the queue can be away for a while: elsewhere. */
interface Reaching {
  /**
   * Does it as soon as the queue can be reached, however long that takes.
   * @returns undefined when `signal` was aborted before
   */
  reach?<Value>(attempt: () => Promise<Value>, signal: AbortSignal): Promise<Value | undefined>;
}

/** Requests that were made: what waits, what people and requesters do to it, and what became of it. */
export interface Queue extends Reaching {
  /** Why nobody here looks at what would change; absent where people do, with what they have themselves. */
  readonly unseen?: string;
  /** The person who asked typed the word. */
  confirm(id: string, word: string): Promise<Answer>;
  /**
   * The request as it stands, after what time alone brought about.
   * @throws GateError UNKNOWN_REQUEST
   */
  get(id: string): Promise<Known>;
  /** Resolves when something happened to the request, its deadline passed, or `signal` aborted. */
  changed(id: string, seen: number, signal: AbortSignal): Promise<void>;
  /** What the command reads from standard input as code or instructions, while it is kept: for those who are asked. */
  stdin(id: string): Promise<Uint8Array | undefined>;
  /** Whose vote could count now, and what is missing for the grant. */
  asked(id: string): Promise<{ readonly people: readonly string[]; readonly missing: readonly Missing[] }>;
  /** What a yes of this person has to be proven by, and what they can be asked for. */
  proofAsked(id: string, person: string): Promise<{ readonly wanted: EvidenceLevel; readonly able: readonly Able[] }>;
  /** Calls back at once, and whenever the record has grown or cannot be read, until the returned function is called. */
  watch(onNews: () => void): Promise<() => void>;
  /** What a ballot says, for the one who signs it. */
  statement(id: string, ballot: Omit<Ballot, 'proof' | 'text'>): Promise<VoteStatement>;
  /** Checks the proof, then whether the vote may count; a proof that does not hold is recorded and counts for nothing. */
  vote(id: string, ballot: Ballot): Promise<Receiving>;
  ask(id: string, words: Words): Promise<Receiving>;
  reply(id: string, answered: Answered): Promise<Receiving>;
  /** Of a run under break-glass, afterwards. */
  review(
    id: string,
    words: { readonly by: string; readonly verdict: Verdict; readonly text: string },
  ): Promise<Receiving>;
  /** Puts what an approver looked at into the record; not theirs when they are not asked. */
  preview(id: string, seen: { readonly by: string; readonly previews: readonly Preview[] }): Promise<Receiving>;
  withdraw(id: string, words: Words): Promise<Receiving>;
  /** Ends a grant that has not started. */
  revoke(id: string, words: Words): Promise<Receiving>;
  /** Wants a command that runs at a client to stop; its runner is told. */
  stop(id: string, words: Words): Promise<Receiving>;
  deny(id: string, reason: 'no_terminal' | 'not_confirmed'): Promise<Refusal>;
  /**
   * By whole id or by its tail, as people type it.
   * @throws GateError UNKNOWN_REQUEST when none or several match
   */
  find(id: string): Promise<Known>;
  /** Everything the log holds of one request, oldest first. */
  record(id: string): Promise<readonly RecordedEvent[]>;
  /** Newest first. */
  list(filter: ListFilter): Promise<readonly Known[]>;
  standings(filter: { open?: boolean; limit?: number }): Promise<readonly KnownStanding[]>;
  /** @throws GateError UNKNOWN_REQUEST when none or several match */
  revokeStanding(id: string, words: Words): Promise<StandingReceiving>;
}

/**
 * The one interface in front of requests, votes and the record. Asynchronous, because a store can be remote.
 * Every method that changes something is one durable append; after it, everybody who watches is told.
 */
export interface Broker extends Queue {
  /**
   * Records a request, joins an identical open one of the same principal and session, or uses a standing grant.
   * `confirm` and `hold` come back as `pending`; an allowed one is granted at once and recorded by `start`.
   */
  submit(submission: Submission): Promise<Answer>;
  /**
   * Compares what would run now with what was granted, and makes the start durable. Consumes the grant: of many
   * callers exactly one gets a receipt.
   */
  start(
    submission: Submission,
    grant: Grant,
    credentials: string | undefined,
    running?: Running,
  ): Promise<Receipt | Refusal>;
  /** What was allowed at once and never started: nobody starts it any more, and the log has never heard of it. */
  forget(id: string): void;
  /** What was granted cannot run any more, because its surroundings are gone: ends it as `changed`. */
  spoil(id: string, differences: readonly string[]): Promise<Refusal>;
  finish(receipt: Receipt, exit: Exit): Promise<void>;
  /** How the run of a client ended, in the client's words: once, also after it was given up for lost. */
  tell(id: string, runner: string, exit: Exit): Promise<'recorded' | 'known' | 'not its runner'>;
  /** Records a tool call that a hook saw. Answers with the index of the event. */
  see(call: SeenCall): Promise<number>;
  /** The tool call recorded at an index; undefined when it is another event, or was erased. */
  seen(index: number): Promise<SeenCall | undefined>;
}

/** Where a command runs, when it is not this process that runs it for itself. */
export type Running =
  | { readonly mode: 'host'; readonly runAs: string }
  /** `runner`: a name that the client drew for this one run. */
  | { readonly mode: 'client'; readonly runner: string };

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
  readonly proof: Proof;
  /** What the voter saw. */
  readonly digest: string;
  /** Milliseconds since 1970, the voter's clock, and 128 random bits in hexadecimal. */
  readonly at: number;
  readonly nonce: string;
  readonly text?: string;
  /** What conveys it, when that is not the voter; then the proof is `relay`. */
  readonly relay?: Relayed;
  /** The approval is to stand this long, for the shape whose digest was shown. */
  readonly standing?: { readonly seconds: number; readonly shape: string };
}

/** What became of a vote, question, answer, withdrawal or revocation. */
export type Receiving = Received<Known>;
export type StandingReceiving = Received<KnownStanding>;

export type Received<What> =
  | { readonly kind: 'recorded'; readonly known: What }
  | { readonly kind: 'not_yours'; readonly why: string; readonly known: What }
  /** Too late, or not in a state where this makes sense. */
  | { readonly kind: 'ended'; readonly known: What };
