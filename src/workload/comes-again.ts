import { distributionOf } from '../distributions/index.js';
import { streamFor } from '../random/index.js';
import { backoffLength } from '../scenario/attempts/backoff-length.js';
import type { RetrySpec } from '../scenario/type.js';

/** How customers who find no room come again, and from what their delays are drawn; plain data. */
export interface ComesAgain {
  readonly className: string;
  readonly retry: RetrySpec;
  readonly seed: number;
}

/**
 * The delays of one customer, from a stream of its own: a real queue may turn away others than its twin does, and still
 * everyone waits in both as long as it would have.
 *
 * @param customer its number, from 0
 * @returns seconds until it comes again, call by call; undefined when it came as often as it may
 */
export function delaysOf({ className, retry, seed }: ComesAgain, customer: number): () => number | undefined {
  const { delay, multiplier = 1, cap = Number.POSITIVE_INFINITY, jitter = 0, maxAttempts } = retry;
  const law = distributionOf(delay);
  const purpose = `retries/${className}/customer ${customer}`;
  const stream = streamFor(seed, purpose);
  const jitters = streamFor(seed, `jitter/${purpose}`);
  const drawn = new Float64Array(1);
  let attempts = 1;
  return () => {
    if (attempts === maxAttempts) return undefined;
    law.fill(drawn, stream);
    const length = backoffLength(drawn[0], attempts++, multiplier, cap);
    return jitter > 0 ? length * (1 - jitter * jitters.uniform()) : length;
  };
}

/** As good as none takes longer. */
const nearlyAll = 1 - 1e-9;

/** Seconds that as good as no delay exceeds; infinity where they grow without end. */
export function longestDelay({
  delay,
  multiplier = 1,
  cap = Number.POSITIVE_INFINITY,
  maxAttempts,
}: RetrySpec): number {
  return backoffLength(distributionOf(delay).quantile(nearlyAll), maxAttempts - 1, multiplier, cap);
}
