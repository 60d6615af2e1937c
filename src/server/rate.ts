/** How often something may be done: a bucket of tokens for each who does it, filled steadily up to a burst. */
export interface Allowance {
  readonly perSecond: number;
  readonly burst: number;
}

/** More callers than this at one time, and those who were quiet longest begin afresh. */
const MOST_KEPT = 10_000;

/** Pure but for what it remembers; the time is given, so that a clock that goes back takes nothing from anybody. */
export class Rate {
  readonly #allowance: Allowance;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** @returns 0 when it may be done now, and is counted; else the milliseconds until it may */
  take(who: string, now: number): number {
    const { perSecond, burst } = this.#allowance;
    const known = this.#buckets.get(who) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, known.tokens + (Math.max(0, now - known.at) * perSecond) / 1000);
    const left = tokens >= 1 ? tokens - 1 : tokens;
    // The newest stand last, so the first is the one that was quiet longest.
    this.#buckets.delete(who);
    this.#buckets.set(who, { tokens: left, at: now });
    if (this.#buckets.size > MOST_KEPT) this.#forgetFirst();
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 1000) / perSecond);
  }

  #forgetFirst(): void {
    const [first] = this.#buckets.keys();
    if (first !== undefined) this.#buckets.delete(first);
  }
}
