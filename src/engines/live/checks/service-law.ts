import type { RunCheck } from './check.js';
import { lawDistance } from './law-distance.js';
import { chance, meanServiceOf, serviceLimit, tailLimit } from './limits.js';

/**
 * One loop wakes all consumers, one after the other: so large a share of the services may end late for that, by no more
 * than the check of the services themselves lets the last of a hundred. A law with all its weight in one place shows each.
 */
const lateShare = 0.1;

export const serviceLaw: RunCheck = {
  about: 'the services that were given follow the law that was asked for',
  advice:
    'use longer services, or fewer consumers; if it fails again with another seed, report it as a fault of sojourn',
  falseAlarms: chance,
  readings: ({ observations, asked }) => {
    if (asked.service === undefined) return [];
    const { started, finished } = observations;
    const taken = finished.map((end, i) => end - started[i]);
    const mean = meanServiceOf(observations);
    const found = lawDistance(taken, asked.service, {
      seconds: serviceLimit(mean),
      late: { share: lateShare, seconds: tailLimit(mean) },
    });
    if (found === undefined) return [];
    return [{ name: 'law of services, off by', value: found.distance, limit: found.limit, unit: 'share' }];
  },
};
