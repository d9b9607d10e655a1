import { availabilityOf } from '../../../scenario/server-side/availability.js';
import { capacityOf } from '../../../scenario/server-side/capacity.js';
import { formatNumber } from '../../../units.js';
import type { SystemAnswer } from '../answerers/answerer.js';
import { joiningBy } from '../stations/baulking.js';
import type { StationCase } from '../stations/case.js';
import { unstable } from '../unstable.js';
import { growing } from './growing.js';
import type { OpenNetwork } from './open-network.js';

/** What there is to say of a network of which some station cannot keep up: how their queues grow, where that is known. */
export function saturated(network: OpenNetwork): SystemAnswer | string | undefined {
  const { nodes, once } = network;
  const over = nodes.find(({ given }) => loadAt(given) >= 1);
  if (over === undefined) return undefined;
  const { name, given } = over;
  const failing = given.words.every(word => word.startsWith('station.breakdowns.'));
  if (once && failing) return unstable(given, availabilityOf(given.station));
  const found = growing(network);
  if (found !== undefined) return found;
  const load = loadAt(given);
  return `"${name}" is offered ${formatNumber(load, 3)} times what it can serve, so there is no steady state`;
}

/** Offered work by server, as far as the servers are up; 0 where nobody has to stay. */
function loadAt({ arrivals, service, capacity, visitors, station }: StationCase): number {
  if (Number.isFinite(capacity) && station.whenFull !== 'retry') return 0;
  if (visitors.every(({ customers }) => customers.patience !== undefined)) return 0;
  const load = (arrivals.rate * service.mean) / capacityOf(station);
  // However many are there, some come in; or none from some number on.
  if (station.baulking !== undefined) return load * joiningBy(station.baulking)(Number.MAX_SAFE_INTEGER);
  if (typeof station.failing === 'number') {
    const { failing, maxDeliveries = Number.POSITIVE_INFINITY } = station;
    return failing === 1 ? load * maxDeliveries : (load * (1 - failing ** maxDeliveries)) / (1 - failing);
  }
  return load / availabilityOf(station);
}
