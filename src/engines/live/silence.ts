import { longestDelay } from '../../workload/comes-again.js';
import { isOfClients, type Workload } from '../../workload/workload.js';
import type { Settings } from './broker.js';
import { longestUntold } from './brokers/delivery.js';
import type { Collector } from './collector.js';

/**
 * How long a run may be silent though all is well, seconds: as long as its longest service, the longest gap between
 * two messages, the longest time after which one may come again, and as the last ones wait to be acknowledged together.
 * Clients may think as long as they like while nobody waits for an answer.
 */
export function longestSilence(workload: Workload, collector: Collector, settings: Settings): () => number {
  const untold = longestUntold(settings);
  if (isOfClients(workload)) {
    const { observations } = collector;
    return () =>
      collector.sent === collector.served + collector.dead.size + collector.turnedAway
        ? Number.POSITIVE_INFINITY
        : max(observations.service) + untold;
  }
  const { intended, services, again } = workload;
  const outside = again ? longestDelay(again.retry) : 0;
  const gap = max(intended.map((time, i) => time - (intended[i - 1] ?? 0)));
  const silence = untold + outside + max(services) + gap;
  return () => silence;
}

const max = (values: Float64Array): number =>
  values.reduce((longest, value) => (value > longest ? value : longest), 0);
