import type { RunCheck } from './check.js';
import { queueError } from './queue-error.js';

const tolerance = 0.005;

export const topology: RunCheck = {
  about: 'messages are bound to consumers no sooner than the model of the broker says',
  advice: 'this broker does not serve as its model does',
  falseAlarms: 0,
  readings: ({ observations, consumers, topology: of }) => [
    {
      name: of.kind === 'shared' ? 'one central queue, off by' : 'queue of its topology, off by',
      value: queueError(observations, consumers, of),
      limit: tolerance,
      unit: 'share',
    },
  ],
};
