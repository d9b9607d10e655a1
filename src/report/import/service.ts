import type { Inferred } from '../../ingest/index.js';
import { formatCount, formatDuration, formatNumber } from '../../units.js';

type BucketService = NonNullable<Inferred['buckets']>;
type Services = NonNullable<Inferred['service']>;

/** How long services took, line by line. */
export function serviceLines({ service, buckets, meanService }: Inferred): string[] {
  if (service) return sampled(service);
  if (buckets) return counted(buckets);
  return [meanService === undefined ? 'service: not told' : `service: mean ${formatDuration(meanService)}`];
}

function sampled({ mean, scv, longest, tail, fit }: Services): string[] {
  const vary = scv === undefined ? '' : `, scv ${formatNumber(scv)}`;
  const heavy =
    tail === undefined
      ? ''
      : `, tail index ${formatNumber(tail.index, 2)} (${formatNumber(tail.low, 2)} to ${formatNumber(tail.high, 2)}, by the largest ${formatCount(tail.largest)})`;
  return [
    `service: mean ${formatDuration(mean)}${vary}, longest ${formatDuration(longest)}${heavy}`,
    `distance of fitted laws: ${distances([fit, ...fit.others])}; p = ${fit.p.toFixed(2)} for the first`,
  ];
}

function counted({ mean, quantiles, fits, used }: BucketService): string[] {
  const p = fits[0].p === undefined ? '' : `; p = ${fits[0].p.toFixed(2)} for the nearest`;
  return [
    `service: mean ${between(mean)}, known by ${used} buckets`,
    ...(quantiles.length > 0
      ? [quantiles.map(one => `p${Number((one.p * 100).toFixed(6))} ${between(one.between)}`).join(', ')]
      : []),
    `distance of fitted laws at the bounds: ${distances(fits)}${p}`,
  ];
}

function between({ low, high }: BucketService['mean']): string {
  if (high === undefined) return `above ${formatDuration(low)}`;
  return low === high ? formatDuration(low) : `between ${formatDuration(low)} and ${formatDuration(high)}`;
}

const distances = (fits: readonly { law: { distribution: string }; distance: number }[]): string =>
  fits.map(({ law, distance }) => `${law.distribution} ${formatNumber(distance, 2)}`).join(', ');

/** Traps in how long services took. */
export function serviceWarnings({ service: found, arrivals, serviceByLoad: load }: Inferred): string[] {
  if (found === undefined) return [];
  const { tail, tick, mean } = found;
  return [
    ...(load && load.errors > 5 && load.many.mean > 1.1 * load.few.mean
      ? [
          `Services take longer when more customers are present: ${formatDuration(load.few.mean)} for those who found at most ${load.few.upTo}, ${formatDuration(load.many.mean)} for those who found ${load.many.from} or more. Servers slow each other down, or part of the wait is counted as service; models with one law of service promise too much.`,
        ]
      : []),
    ...(tail && tail.low <= 2
      ? [
          `The tail of the services is so heavy that their variance ${tail.high <= 2 ? 'is likely' : 'may be'} infinite: trust percentiles, not the mean wait.`,
        ]
      : []),
    ...(tick !== undefined && tick > 0.2 * mean && arrivals?.tick !== undefined
      ? [
          `All services are multiples of ${formatDuration(tick)}, and their mean is ${formatDuration(mean)}: the clock is too coarse for their law.`,
        ]
      : []),
  ];
}
