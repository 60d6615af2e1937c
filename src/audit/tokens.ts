/** Tokens of the service as the log has them. Nothing here is a secret: what is kept of one is its SHA-256. */

export interface TokenIssued {
  /** Ten hexadecimal digits; the token begins with it. */
  readonly id: string;
  /** SHA-256 of the token's 32 random bytes, hexadecimal. */
  readonly digest: string;
  /** Whoever comes with it. A person's is the session of a login. */
  readonly principal: { readonly kind: 'person' | 'agent' | 'pipeline'; readonly id: string; readonly owner?: string };
  readonly scopes: readonly TokenScope[];
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** `10.0.0.0/8` and the like: it is good from there only. Absent: from everywhere. */
  readonly networks?: readonly string[];
  /** Of a relay: the name that rules have of it, and the permanent names of the people whose votes it may convey. */
  readonly relay?: { readonly name: string; readonly people: readonly string[] };
  /** Who had it made; of a login the person. */
  readonly by: string;
}

/** No token has two of `run`, `vote` and `relay` (CH-11). */
export type TokenScope = 'run' | 'read' | 'vote' | 'operate' | 'relay';

export interface TokenRevoked {
  readonly id: string;
  readonly by: string;
}

/** One that was issued and not revoked. */
export interface KeptToken extends TokenIssued {
  /** When it was issued, milliseconds since 1970. */
  readonly at: number;
  /** When it was last used, to a minute; outside the log. */
  readonly used?: number;
}
