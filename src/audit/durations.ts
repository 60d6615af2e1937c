/**
 * How long things took, in bounded memory: counted in buckets that are a 64th of their value wide, so that every figure
 * is right to within 1.6 percent, however many there were.
 */
export class Durations {
  readonly #buckets = new Map<number, number>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @param milliseconds what is below 0 counts as 0 */
  add(milliseconds: number): void {
    const bucket = bucketOf(Math.max(0, Math.round(milliseconds)));
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
    this.#count++;
  }

  /** The smallest duration that at least this share of all did not exceed; null when there were none. */
  quantile(share: number): number | null {
    const wanted = Math.max(1, Math.ceil(share * this.#count));
    let seen = 0;
    for (const bucket of [...this.#buckets.keys()].sort((a, b) => a - b)) {
      seen += this.#buckets.get(bucket) ?? 0;
      if (seen >= wanted) return lowestOf(bucket);
    }
    return null;
  }
}

const STEPS = 64;

/** Up to 128 ms each has a bucket of its own; above, each doubling has 64. */
function bucketOf(milliseconds: number): number {
  if (milliseconds < 2 * STEPS) return milliseconds;
  const doublings = Math.floor(Math.log2(milliseconds / STEPS));
  return doublings * STEPS + Math.floor(milliseconds / 2 ** doublings);
}

function lowestOf(bucket: number): number {
  if (bucket < 2 * STEPS) return bucket;
  const doublings = Math.floor(bucket / STEPS) - 1;
  return (bucket - doublings * STEPS) * 2 ** doublings;
}
