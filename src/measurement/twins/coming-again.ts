import { addTo, takeFirst } from '../../numerics/heap.js';
import { emptyPath, type Recursion, type SamplePath } from './path.js';

interface Attempt {
  readonly time: number;
  readonly customer: number;
}

/** At equal times in the order of their numbers. */
const earlier = (a: Attempt, b: Attempt): boolean =>
  a.time < b.time || (a.time === b.time && a.customer < b.customer);

/** Of a customer: seconds until it comes again, call by call; undefined when it comes no more. */
export type Delays = (customer: number) => () => number | undefined;

/**
 * What a queue with room for so many does with customers who come again when they found none: an orbit around the queue
 * (G. I. Falin and J. G. C. Templeton, Retrial Queues, 1997, for the notion; unchecked), customer by customer.
 *
 * @param arrivals seconds, of the first attempts, non-decreasing
 * @param services seconds
 * @returns NaN for those who never found room
 */
export function comingAgain(
  queue: Recursion,
  arrivals: Float64Array,
  services: Float64Array,
  delays: Delays,
): SamplePath {
  const { started, finished } = emptyPath(arrivals.length);
  const delaysOfWhoCameAgain = new Map<number, () => number | undefined>();
  const orbit: Attempt[] = [];
  let next = 0;
  while (next < arrivals.length || orbit.length > 0) {
    const isNew = next < arrivals.length && !(orbit.length > 0 && orbit[0].time < arrivals[next]);
    const { time, customer } = isNew ? { time: arrivals[next], customer: next++ } : takeFirst(orbit, earlier);
    const start = queue(time, services[customer], customer);
    started[customer] = start;
    finished[customer] = start + services[customer];
    if (!Number.isNaN(start)) continue;
    const own = delaysOfWhoCameAgain.get(customer) ?? delays(customer);
    delaysOfWhoCameAgain.set(customer, own);
    const delay = own();
    if (delay !== undefined) addTo(orbit, { time: time + delay, customer }, earlier);
  }
  return { started, finished };
}
