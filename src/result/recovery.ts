import type { EngineName, Estimate, Quantile } from './estimate.js';

/**
 * What throws a queue off: customers that wait at once, servers that stand still for some seconds (their jobs
 * are taken up again where they were), or a time with so many times the arrivals.
 */
export type Upset =
  | { readonly kind: 'backlog'; readonly customers: number }
  | { readonly kind: 'pause'; readonly seconds: number }
  | { readonly kind: 'spike'; readonly factor: number; readonly seconds: number };

export type Spike = Extract<Upset, { kind: 'spike' }>;

/** What is known of the time from the upset, or from its end, until nobody waits for the first time. */
export interface Recovery {
  readonly engine: EngineName;
  readonly model: string;
  /** Customers who wait when the recovery begins. */
  readonly meanBacklog: Estimate;
  /** Seconds. */
  readonly meanTime: Estimate;
  readonly percentiles: readonly Quantile[];
  /** P(time <= deadline). */
  readonly within?: Estimate;
}

export type RecoveryOutcome =
  | { readonly answered: true; readonly recovery: Recovery }
  | { readonly answered: false; readonly reason: string };

/** The percentiles that are reported of a recovery. */
export const recoveryPercentiles = [0.5, 0.95, 0.99] as const;
