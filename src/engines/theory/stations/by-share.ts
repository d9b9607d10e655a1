import type { Answer, Value } from '../model.js';
import type { StationCase } from './case.js';

const counts = ['throughput', 'meanNumberInQueue', 'meanNumberInSystem'];

/** Where the class of a customer makes no difference: the same times for all, and of numbers its share. */
export function byShare({ visitors, arrivals }: StationCase, { measures, wait, sojourn }: Answer): Answer[] {
  const { utilisation, meanService, meanServers, ...others } = measures;
  return visitors.map(visitor => {
    const share = visitor.arrivals.rate / arrivals.rate;
    const own = Object.entries(others).map(([name, each]: [string, Value]) => [
      name,
      counts.includes(name) ? { ...each, value: each.value * share } : each,
    ]);
    return { measures: Object.fromEntries(own), ...(wait && { wait }), ...(sojourn && { sojourn }) };
  });
}
