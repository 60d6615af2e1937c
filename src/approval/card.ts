/**
 * What an approver sees: one value for every channel. Three zones that are never mixed: facts that gate computed, words of
 * the requester, words of files and outputs.
 *
 * INVARIANT: every text in it is one line of printable ASCII, escaped by `visible` or quoted by `quoted`; a channel
 * escapes further for its own markup, and never unescapes. Nothing is ever cut: a long text folds, and the card says so.
 * Two commands that differ have cards that differ.
 */
export interface Card {
  readonly request: string;
  /** The end of the id, as people type it. */
  readonly short: string;
  readonly state: string;
  readonly digest: string;
  /** Six letters and digits of the digest, in two groups: what people compare between two screens. */
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  readonly expiresAt?: number;
  /** The whole command, one line, or one line per argument. */
  readonly command: readonly string[];
  /** One sentence: what it would do, where. */
  readonly title: string;
  /** The strongest thing it does, for colour and order. */
  readonly gravity: 'harmless' | 'change' | 'grave';
  readonly facts: readonly Field[];
  readonly words: readonly Field[];
  readonly materials: readonly Field[];
  /** What may be done with it now, and why not. */
  readonly approval: {
    readonly asked: readonly string[];
    readonly votes: readonly string[];
    readonly missing: readonly string[];
    /** The longest that an approval of it may stand, seconds; 0: for once only. And what it would cover then. */
    readonly standingSeconds: number;
    readonly covers: readonly string[];
    /** The strongest evidence that a rule asks for. */
    readonly evidence: string;
  };
}

/** A label of gate's own, and what stands beside it. */
export interface Field {
  readonly label: string;
  readonly lines: readonly string[];
  readonly tone?: 'danger' | 'notice' | 'muted';
}
