/** What the child gets, and what of it matters. */
export interface ChildEnvironment {
  readonly level: 'checked' | 'sealed';
  /** Null prototype: nothing inherited can leak into the child. */
  readonly variables: Readonly<Record<string, string>>;
  /** Names the manifest pins with their values. */
  readonly pinned: readonly string[];
  /** Names the caller had and the child does not get, because they would run code or re-point it unseen. */
  readonly removed: readonly string[];
}
