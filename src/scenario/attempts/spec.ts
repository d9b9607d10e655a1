import type { DistributionSpec } from '../../distributions/contract.js';

/** How long it takes until the next attempt: the longer, the more there have been. */
export interface BackoffSpec {
  /** From the first attempt to the second. */
  readonly delay: DistributionSpec;
  /** Each delay is so many times as long as the one before. Absent: 1. */
  readonly multiplier?: number;
  /** Seconds that no delay exceeds. Absent: no limit. */
  readonly cap?: number;
  /** Each delay is shortened at random, by up to this share of it. Absent: 0. */
  readonly jitter?: number;
}

/** How a customer comes again that was turned away, or gave up. */
export interface RetrySpec extends BackoffSpec {
  /** The first one counted. */
  readonly maxAttempts: number;
}

/** A share of the customers, or one by class name. */
export type SharesByClass = number | Readonly<Record<string, number>>;

/** What can go wrong with the work of a station, and how often it is tried then. */
export interface DeliverySpec {
  /** Probability that work fails, each time anew. Absent: 0. */
  readonly failing?: SharesByClass;
  /** Share of the customers whose work always fails. Absent: 0. */
  readonly poison?: SharesByClass;
  /** Seconds in service after which the work is delivered again while it goes on. Absent: never. */
  readonly lease?: number;
  /** Deliveries of a customer to the servers after which it goes to the dead letters. Absent: no limit. */
  readonly maxDeliveries?: number;
  /** How long failed work waits until it is delivered again, at the back of the queue. Absent: not at all. */
  readonly redelivery?: BackoffSpec;
}
