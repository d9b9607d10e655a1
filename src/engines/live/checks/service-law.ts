import type { RunCheck } from './check.js';
import { lawDistance } from './law-distance.js';
import { chance, meanServiceOf, serviceLimit } from './limits.js';

export const serviceLaw: RunCheck = {
  about: 'the services that were given follow the law that was asked for',
  advice:
    'use longer services, or fewer consumers; if it fails again with another seed, report it as a fault of sojourn',
  falseAlarms: chance,
  readings: ({ observations, asked }) => {
    if (asked.service === undefined) return [];
    const { started, finished } = observations;
    const taken = finished.map((end, i) => end - started[i]);
    const found = lawDistance(taken, asked.service, serviceLimit(meanServiceOf(observations)));
    if (found === undefined) return [];
    return [{ name: 'law of services, off by', value: found.distance, limit: found.limit, unit: 'share' }];
  },
};
