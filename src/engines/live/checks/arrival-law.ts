import type { RunCheck } from './check.js';
import { lawDistance } from './law-distance.js';
import { chance, meanServiceOf, serviceLimit } from './limits.js';
import { gapsOf } from './moments.js';

export const arrivalLaw: RunCheck = {
  about: 'the gaps between sends follow the law that was asked for',
  advice:
    'close other programs, or ask for a lower rate; if it fails again with another seed, report it as a fault of sojourn',
  falseAlarms: chance,
  readings: ({ sends, asked, observations }) => {
    if (asked.interarrival === undefined) return [];
    const seconds = serviceLimit(meanServiceOf(observations));
    const found = lawDistance(gapsOf(sends), asked.interarrival, { seconds });
    if (found === undefined) return [];
    return [{ name: 'law of arrivals, off by', value: found.distance, limit: found.limit, unit: 'share' }];
  },
};
