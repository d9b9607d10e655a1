import type { FaultSpec, LiveSpec } from '../../../scenario/type.js';
import { now } from '../clock.js';
import type { Role } from '../roles/role.js';

export const usualLength = 1;
export const usualFactor = 3;

/**
 * Makes each fault happen at its time.
 *
 * @param roleOf the process of a consumer, by its number from 0; it holds no other that a fault is meant for
 * @param epoch seconds on the monotonic clock
 * @returns calls off what has not happened yet, and lets go on what is stopped
 */
export function inflict(
  faults: readonly FaultSpec[],
  roleOf: (consumer: number) => Role,
  epoch: number,
): () => void {
  const timers: NodeJS.Timeout[] = [];
  const stopped = new Set<Role>();
  const at = (seconds: number, act: () => void) => {
    timers.push(setTimeout(act, Math.max(0, (epoch + seconds - now()) * 1000)));
  };
  for (const { fault, at: begin, consumer, for: length = usualLength, factor = usualFactor } of faults) {
    const role = roleOf(consumer - 1);
    switch (fault) {
      case 'kill':
        at(begin, () => role.kill());
        break;
      case 'pause':
        at(begin, () => {
          stopped.add(role);
          role.pause(true);
        });
        at(begin + length, () => {
          stopped.delete(role);
          role.pause(false);
        });
        break;
      case 'slow':
        at(begin, () => role.slow(factor));
        at(begin + length, () => role.slow(1));
        break;
    }
  }
  return () => {
    for (const timer of timers) clearTimeout(timer);
    for (const role of stopped) role.pause(false);
  };
}

/** Seconds without progress that leave no hope, after all is sent: the longest stop and two leases. */
export function settledAfter({ faults = [], lease = 1 }: LiveSpec): number {
  const stops = faults.map(({ fault, for: length = usualLength }) => (fault === 'pause' ? length : 0));
  return Math.max(0, ...stops) + 2 * lease + 1.5;
}
