import { arrivalProcessOf } from '../arrivals/index.js';
import { distributionOf } from '../distributions/index.js';
import type { SingleStation } from './single-station.js';

/** The station in Kendall's notation: `M/M/4`, `M/G/1`, `M/M/3/10` with a capacity, `M/M/1-PS` by discipline. */
export function kendall({ arrivals, service, servers, capacity, discipline }: SingleStation): string {
  const letters = [arrivalProcessOf(arrivals).kendall, distributionOf(service).kendall];
  const room = capacity === undefined ? [] : [capacity];
  const order = discipline === 'fcfs' ? '' : `-${discipline.toUpperCase()}`;
  return [...letters, servers === 'infinite' ? '∞' : servers, ...room].join('/') + order;
}
