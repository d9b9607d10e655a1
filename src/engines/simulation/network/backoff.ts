import type { Stream } from '../../../random/index.js';
import { backoffLength } from '../../../scenario/attempts/backoff-length.js';
import { type Draws, drawBlock } from './draws.js';

export interface BackoffRule {
  readonly delay: Draws;
  readonly multiplier: number;
  /** Infinity: no limit. */
  readonly cap: number;
  readonly jitter: number;
  /** For the jitter. */
  readonly stream: Stream;
}

/** How long it takes from one attempt to the next: exponential back-off, capped, with jitter. */
export class Backoff {
  private readonly rule: BackoffRule;

  constructor(rule: BackoffRule) {
    this.rule = rule;
  }

  /** Seconds until the next attempt. @param attempts that there have been, at least 1 */
  after(attempts: number): number {
    const { delay, multiplier, cap, jitter, stream } = this.rule;
    if (delay.at === drawBlock) delay.refill();
    const length = backoffLength(delay.block[delay.at++], attempts, multiplier, cap);
    return jitter > 0 ? length * (1 - jitter * stream.uniform()) : length;
  }
}
