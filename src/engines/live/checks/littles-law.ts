import type { RunCheck } from './check.js';
import { littleError } from './little.js';

const tolerance = 0.03;

export const littlesLaw: RunCheck = {
  about: 'the broker counts as many messages as their times say, by L = lambda W',
  advice: 'send more messages',
  // Of samples at every 10 ms: none of 400 sound runs failed it (test/engines/live/false-alarms.test.ts).
  falseAlarms: 0,
  readings: ({ observations, depth, acknowledgedTogether }) => {
    // A count of those that wait lacks the messages on their way to a free consumer: too much, where few wait.
    const error =
      depth && !depth.queueOnly ? littleError(observations, depth, acknowledgedTogether) : undefined;
    if (error === undefined) return [];
    return [{ name: "Little's law, off by", value: error, limit: tolerance, unit: 'share' }];
  },
};
