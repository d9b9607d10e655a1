import { distributionOf } from '../distributions/index.js';
import { streamFor } from '../random/index.js';
import { longestPayload } from '../scenario/payload.js';
import type { DistributionSpec } from '../scenario/type.js';

/**
 * The bytes of the payload of each message: all alike, or drawn from a law of sizes in bytes, rounded, by a stream of
 * their own. What a law makes longer than the longest payload is cut to it.
 */
export function payloadsOf(payload: number | DistributionSpec, messages: number, seed: number): Uint32Array {
  if (typeof payload === 'number') return new Uint32Array(messages).fill(payload);
  const sizes = new Float64Array(messages);
  distributionOf(payload).fill(sizes, streamFor(seed, 'payloads'));
  return Uint32Array.from(sizes, size => Math.min(longestPayload, Math.round(size)));
}
