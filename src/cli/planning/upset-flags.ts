import { text } from '../options.js';

/** The flags of `UpsetArguments`. */
export const upsetFlags = {
  backlog: text('so many wait: 20000, 200k, 1.5M'),
  pause: text('the servers stand still so long: 10min'),
  spike: text('so many times the arrivals, --for a while: 5x'),
  for: text('how long the spike lasts'),
} as const;

export const certainty = {
  type: 'string',
  requiresArg: true,
  default: '95%',
  describe: 'of keeping the deadline',
} as const;
