/** Proof that "this is about to run" is durable. Declared here because execution needs it; only audit makes one. */
export interface Receipt {
  /** Origin of the log. */
  readonly log: string;
  readonly request: string;
  /** Index of the `run.started` event. */
  readonly index: number;
  /** Its time as recorded, milliseconds since 1970. */
  readonly at: number;
}

/** How the command ended. Exactly one of `code` and `signal`, or `failed` when it never started. */
export type Exit =
  | { readonly kind: 'exited'; readonly code: number; readonly milliseconds: number }
  | { readonly kind: 'signaled'; readonly signal: number; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly errno: string; readonly milliseconds: number };
