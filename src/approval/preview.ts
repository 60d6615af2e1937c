/**
 * The scope of a change, found out by reading only: what a delete touches, what a diff says, how many rows. Part of the
 * card and of the record, for approvers only: the answer would tell a requester what they may not see.
 */
export interface Preview {
  /** Whose preview: `kubectl`, `psql`, `files`. */
  readonly tool: string;
  /** `found`: the lines hold. `unknown`: it could not be found out, and `lines` says why. `none`: no preview exists. */
  readonly kind: 'found' | 'unknown' | 'none';
  /** For people, most important first; untrusted text, unescaped, secrets and row values masked. */
  readonly lines: readonly string[];
  /** The figure people look for first, such as `14 objects` or `1.2 GB`. */
  readonly headline?: string;
  /** Milliseconds since 1970, when it was looked at. */
  readonly at: number;
}
