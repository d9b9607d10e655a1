import type { Station } from '../type.js';
import { mostServers } from './type.js';

/**
 * How much a station gets done while somebody always waits, in services of one plain server: what its offered load
 * is to stay below. For servers that come and go the average over a period; for an autoscaler the most it may have.
 * Infinity: a server for everybody.
 */
export function capacityOf(station: Station): number {
  const { servers, schedule, autoscaling, speeds, loadDependence, batchService } = station;
  if (servers === 'infinite') return Number.POSITIVE_INFINITY;
  if (schedule) return averageServers(servers, schedule);
  if (autoscaling) return autoscaling.max ?? mostServers;
  if (speeds) return speeds.of.reduce((sum, speed) => sum + speed, 0);
  if (loadDependence) return saturatedSpeed(servers, loadDependence);
  if (batchService) return servers * batchService.size;
  return servers;
}

/** With `n` in service, of all servers together. */
export const scalabilitySpeed = (n: number, contention: number, coherence: number): number =>
  n / (1 + contention * (n - 1) + coherence * n * (n - 1));

function averageServers(first: number, { changes, period }: NonNullable<Station['schedule']>): number {
  if (period === undefined) return changes[changes.length - 1].servers;
  let sum = first * changes[0].at;
  for (const [i, { at, servers }] of changes.entries())
    sum += servers * ((changes[i + 1]?.at ?? period) - at);
  return sum / period;
}

const saturatedSpeed = (servers: number, law: NonNullable<Station['loadDependence']>): number =>
  'byNumber' in law
    ? law.byNumber[law.byNumber.length - 1]
    : scalabilitySpeed(servers, law.contention, law.coherence);
