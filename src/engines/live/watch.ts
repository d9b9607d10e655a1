import { setTimeout as sleep } from 'node:timers/promises';
import { now } from './clock.js';
import type { Collector } from './collector.js';

/** How a run came to its end. */
export type Ending =
  | { readonly kind: 'complete' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'lost'; readonly reason: string }
  /** A disturbed run in which some messages are gone, and nothing moves any more. */
  | { readonly kind: 'settled' }
  /** Nothing moved any more, though messages were missing. */
  | { readonly kind: 'stalled' };

export interface Watched {
  /** Seconds without progress that can be in the nature of the run: of the longest service and the longest gap. */
  readonly longestSilence: () => number;
  readonly signal?: AbortSignal;
  /** Resolves with the reason when the broker or a role is lost. */
  readonly lost: Promise<string>;
  /** Of a disturbed run: seconds without progress after which no more is expected, once all is sent. */
  readonly settledAfter?: number;
  readonly onMoved?: () => void;
}

const lookEveryMs = 50;
/** Seconds without any progress after which nothing more is expected, beside those that are in the nature of the run. */
const patience = 10;

/** Waits until every message is through, or until it is clear that this will not happen. */
export async function watch(collector: Collector, watched: Watched): Promise<Ending> {
  const { signal, onMoved, longestSilence, settledAfter } = watched;
  let loss: string | undefined;
  void watched.lost.then(reason => {
    loss = reason;
  });
  let progress = -1;
  let since = now();
  for (;;) {
    const { sent, over, observations, served, redelivered, failed, cameAgain } = collector;
    const moved = sent + served + over + redelivered + failed + cameAgain;
    if (moved !== progress) {
      progress = moved;
      since = now();
      onMoved?.();
    }
    if (over >= observations.count) return { kind: 'complete' };
    const still = now() - since;
    if (settledAfter !== undefined && sent === observations.count && still > settledAfter)
      return { kind: 'settled' };
    if (loss !== undefined) return { kind: 'lost', reason: loss };
    if (signal?.aborted) return { kind: 'interrupted' };
    if (still > Math.max(patience + longestSilence(), settledAfter ?? 0)) return { kind: 'stalled' };
    await sleep(lookEveryMs);
  }
}
