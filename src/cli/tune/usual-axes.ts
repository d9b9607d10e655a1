import { signals } from '../../scenario/server-side/autoscaling.js';
import type { AutoscalingSpec } from '../../scenario/server-side/type.js';
import { durationText, rateText } from '../../scenario/text/quantities.js';

/** Times the target of now. */
const factors = [0.25, 0.5, 1, 2, 4] as const;

/** What to vary where nobody says: the target around that of now, and both of its types where the signal has two. */
export function usualAxes({ signal, target }: AutoscalingSpec, path: string): string[] {
  const { kind, max = Number.POSITIVE_INFINITY, shared } = signals[signal];
  const targets = [...new Set(factors.map(factor => Math.min(factor * target, 0.95 * max)))];
  const written = targets.map(value =>
    kind === 'duration'
      ? durationText(value)
      : kind === 'rate'
        ? rateText(value)
        : String(Number(value.toPrecision(4))),
  );
  return [
    `${path}.target=${written.join(',')}`,
    ...(shared ? [`${path}.targetType=average-value,value`] : []),
  ];
}
