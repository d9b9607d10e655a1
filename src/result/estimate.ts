/** Whoever answers. */
export type EngineName = 'theory' | 'simulation' | 'twin' | 'live';

/** Where a formula comes from; `text` is ready to print, so that a report needs no bibliography. */
export interface Citation {
  readonly ref: string;
  readonly at: string;
  readonly text: string;
  /** True when the source itself was compared with the code. */
  readonly checked: boolean;
}

/** A number and where it came from. What cannot be said is absent: never NaN, 0 or Infinity instead. */
export type Estimate = ExactOrApproximate | Sampled;

export interface ExactOrApproximate {
  readonly kind: 'exact' | 'approximation';
  readonly value: number;
  readonly source: Citation;
  /** Of an approximation, where several are in use: the lowest and the highest of them. */
  readonly between?: { readonly low: number; readonly high: number };
}

export interface Sampled {
  readonly kind: 'sampled';
  readonly value: number;
  /** Larger of the two distances from `value` to the ends of the interval. */
  readonly halfWidth: number;
  /** The interval, not symmetric about `value` where the data are skewed. */
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  /** How many independent customers would have given this interval. */
  readonly effectiveSamples: number;
  /** Simulation only: whether the asked precision was reached within the budget. */
  readonly reached?: boolean;
}

export type Quantile = Estimate & { readonly p: number };
