import type { Grant } from '../approval/answer.ts';

/** The credentials of one run. Revoked when the run ends; expiry is the backstop. */
export interface Lease extends AsyncDisposable {
  readonly grant: Grant;
  /** Name of the issuer; absent when the rule named none and the caller's own credentials are used. */
  readonly issuer?: string;
  /** Variables the command gets on top of its environment. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A rule without `credentials:` leases nothing, and loads nothing. */
export function noLease(grant: Grant): Lease {
  return { grant, environment: {}, [Symbol.asyncDispose]: async () => {} };
}
