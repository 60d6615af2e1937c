/** What is said of repeated measurements. Pure. */

export interface Ratio {
  /** Median of one divided by the median of the other. */
  readonly median: number;
  /** The quartiles of the ratios taken round by round: how much the machine let them vary. */
  readonly low: number;
  readonly high: number;
}

/** The value below which this share of the samples lies, interpolated; NaN without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

export function least(samples: readonly number[]): number {
  return samples.length === 0 ? Number.NaN : Math.min(...samples);
}

/** @param samples and `base` belong together round by round: the n-th of each was taken one after the other */
export function ratio(samples: readonly number[], base: readonly number[]): Ratio {
  const paired = samples.slice(0, base.length).map((sample, round) => sample / base[round]!);
  return {
    median: median(samples) / median(base),
    low: quantile(paired, 0.25),
    high: quantile(paired, 0.75),
  };
}
