import type { StationCase } from '../stations/case.js';

const memorylessOrders = ['fcfs', 'lcfs', 'siro'];

/**
 * Whether Poisson arrivals leave the station as Poisson departures, class by class, of which the customers present
 * tell nothing (F. P. Kelly, Reversibility and Stochastic Networks, Wiley 1979, section 3.2): then stations may feed one
 * another in any way and each is what it were alone.
 */
export function quasiReversible({
  servers,
  discipline,
  capacity,
  oneLaw,
  service,
  words,
}: StationCase): boolean {
  if (words.length > 0 || Number.isFinite(capacity)) return false;
  if (servers === Number.POSITIVE_INFINITY || discipline === 'ps') return true;
  if (discipline === 'lcfs-preemptive') return servers === 1;
  return memorylessOrders.includes(discipline) && oneLaw && service.kendall === 'M';
}
