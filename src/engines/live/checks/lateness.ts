import type { Observations } from '../../../measurement/observation.js';

/** How late the messages of one sender were sent. */
export interface Lateness {
  /** `sender`, or `sender 2` where there are several. */
  readonly whose: string;
  /** Seconds. */
  readonly late: Float64Array;
}

/** Sender by sender. @param sender who sent each message; absent: there is one */
export function latenessOf({ sent, intended }: Observations, sender?: Uint8Array): Lateness[] {
  const late = sent.map((time, i) => time - intended[i]);
  if (sender === undefined) return [{ whose: 'sender', late }];
  return [...new Set(sender)]
    .sort((a, b) => a - b)
    .map(one => ({ whose: `sender ${one + 1}`, late: late.filter((_, i) => sender[i] === one) }));
}
