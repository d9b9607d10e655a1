import { arrivalProcessOf } from '../../arrivals/index.js';
import { distributionOf } from '../../distributions/index.js';
import type { SingleStation } from '../../scenario/single-station.js';
import type { StationProblem } from './model.js';

export function problemOf(station: SingleStation): StationProblem {
  return {
    arrivals: arrivalProcessOf(station.arrivals),
    service: distributionOf(station.service),
    servers: station.servers === 'infinite' ? Number.POSITIVE_INFINITY : station.servers,
    capacity: station.capacity ?? Number.POSITIVE_INFINITY,
    discipline: station.discipline,
  };
}

/** Kendall's notation of a problem or, with the letters of a general model, of a model: 'M/E3/2/10'. */
export function kendallOf({ arrivals, service, servers, capacity }: StationProblem): string {
  const shown = (count: number): string => (Number.isFinite(count) ? `${count}` : '∞');
  const limit = Number.isFinite(capacity) ? `/${capacity}` : '';
  return `${arrivals.kendall}/${service.kendall}/${shown(servers)}${limit}`;
}

/** Offered load by server; 0 with a server for everyone. */
export const loadOf = ({ arrivals, service, servers }: StationProblem): number =>
  (arrivals.rate * service.mean) / servers;
