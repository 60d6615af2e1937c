import type { Enrolled } from '../approval/factors/factor.ts';
import type { Receipt } from '../execution/execution.ts';
import type { Cursors } from './cursors.ts';
import type { KeptToken } from './tokens.ts';

/**
 * The port to the log. One operation changes it: `append`, a compare-and-append of a whole step. Everything else
 * (`requests`, counts) is a projection written in the same transaction; nothing exists that is not in the log.
 */

/** An event before it has an index and a time. Types and payloads: `events.ts`. */
export interface Draft {
  readonly type: string;
  /** The request it belongs to, or null for events about the log itself (`log.created`, `policy.recorded`). */
  readonly request: string | null;
  /** JSON, already redacted. */
  readonly payload: object;
}

/** One event as stored. `payload` and `salt` are null after an erasure; the tree does not change by it. */
export interface Entry {
  readonly index: number;
  /** Milliseconds since 1970, taken inside the append. */
  readonly at: number;
  readonly type: string;
  readonly request: string | null;
  /** The exact bytes that were committed to. */
  readonly payload: Uint8Array | null;
  readonly salt: Uint8Array | null;
  /** SHA-256(salt || payload). */
  readonly commitment: Uint8Array;
  /** The leaf hash as stored: with it a reader names the entry that was changed, where the root only says that one was. */
  readonly leaf: Uint8Array;
}

/** "The newest event of this request is still the one I acted on"; -1: the request does not exist yet. */
export interface Expectation {
  readonly request: string;
  readonly version: number;
  /** Besides these, nothing open of this principal has this digest. */
  readonly alone?: { readonly principal: string; readonly digest: string; readonly besides: readonly string[] };
  /** Fewer than this many open requests of this principal are in one of these states. */
  readonly room?: { readonly principal: string; readonly states: readonly string[]; readonly most: number };
}

/** What the projection keeps of a request; `view` is what `project` made of its events. */
export interface Stored<View> {
  readonly id: string;
  /** Index of its newest event. */
  readonly version: number;
  readonly view: View;
}

export type StreamKind = 'request' | 'standing';

/** The columns a view must offer so that the store can find it again. */
export interface Projection {
  /** What the stream is about. */
  readonly kind: StreamKind;
  readonly state: string;
  readonly principal: string;
  /** Digest of the manifest. */
  readonly digest: string;
  /** True while something can still happen to it. */
  readonly open: boolean;
}

/** Pure: the view after one more event. Called inside the transaction, in order. */
export type Project<View extends Projection> = (
  view: View | undefined,
  event: { readonly type: string; readonly at: number; readonly request: string; readonly payload: object },
) => View;

/** A start that counts towards a limit: checked and counted in the transaction that records it. */
export interface Start {
  readonly rule: string;
  readonly key: string;
  /** Most starts since `since` (milliseconds), this one included. */
  readonly most: number;
  readonly since: number;
}

export type Appended =
  | { readonly kind: 'appended'; readonly receipt: Receipt; readonly entries: readonly { index: number; at: number }[] }
  /** Somebody else was faster: read again and decide again. Nothing was written. */
  | { readonly kind: 'conflict' }
  /** One start more than this rule allows. Nothing was written. */
  | { readonly kind: 'limit'; readonly rule: string };

export interface StreamFilter {
  readonly kind?: StreamKind;
  readonly open?: boolean;
  readonly principal?: string;
  readonly digest?: string;
  /** Its principal, or the owner of that. */
  readonly of?: string;
  /** Only those that began before this one did, by its whole id. */
  readonly before?: string;
  readonly limit?: number;
}

export interface Store<View extends Projection> extends Cursors {
  /**
   * Appends all drafts in one durable transaction, or none. `receipt` is that of the last draft with a request.
   * @throws GateError AUDIT_UNAVAILABLE (locked for 5 s, full, read-only, gone), AUDIT_CORRUPT, CLOCK_BACKWARDS
   */
  append(drafts: readonly Draft[], expect?: Expectation, starts?: readonly Start[]): Promise<Appended>;
  request(id: string): Promise<Stored<View> | undefined>;
  /** Requests whose id ends with `tail` (people type the short id), newest first, at most 10. */
  find(tail: string): Promise<readonly Stored<View>[]>;
  /** Newest first. */
  requests(filter: StreamFilter): Promise<readonly Stored<View>[]>;
  /** How many requests are open, by state. */
  openStates(): Promise<Readonly<Record<string, number>>>;
  /** Starts counted for a rule and key at or after `since` (milliseconds). */
  starts(rule: string, key: string, since: number): Promise<number>;
  /** Which of these document digests no `policy.recorded` event holds yet. */
  unrecorded(digests: readonly string[]): Promise<readonly string[]>;
  /** What this person has enrolled and not taken back, by the log's word. */
  enrolled(person: string): Promise<readonly Enrolled[]>;
  /** A token of the service that was not revoked; it may have expired. */
  token(id: string): Promise<KeptToken | undefined>;
  /** Newest first. */
  tokens(): Promise<readonly KeptToken[]>;
  /** When it was last used; outside the log, and not durable by itself. */
  noteTokenUse(id: string, at: number): Promise<void>;
  entries(range: { from?: number; limit?: number; request?: string; newest?: boolean }): AsyncIterable<Entry>;
  head(): Promise<{ log: string; size: number; root: Uint8Array; at: number }>;
  /** Cache of file digests, keyed by what the file system says of the file; outside the log. */
  cachedDigest(key: string): Promise<string | undefined>;
  cacheDigest(key: string, digest: string): Promise<void>;
  close(): void;
}
