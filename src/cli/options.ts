import { availableParallelism } from 'node:os';

/** A value of one word: `--seed 7`. */
export const text = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const;

/** May be given as often as needed: `--set servers=5 --set discipline=lcfs`. */
export const texts = (describe: string) =>
  ({ type: 'string', array: true, nargs: 1, default: [] as string[], describe }) as const;

/** Options that mean the same to every verb that has them. */
export const common = {
  set: texts('change the scenario: --set servers=5, as often as needed'),
  seed: text('seed of all random numbers'),
  workers: {
    type: 'number',
    requiresArg: true,
    default: Math.min(4, availableParallelism()),
    defaultDescription: 'cores, up to 4',
    describe: 'threads for the simulation; they change no result',
  },
  json: { type: 'boolean', default: false, describe: 'print one JSON document on stdout' },
  charts: {
    choices: ['png', 'svg'],
    requiresArg: true,
    default: 'png',
    describe: 'the charts as pictures of points or, to scale, of shapes',
  },
} as const;

/** Of verbs that drive real queues. */
export const redis = {
  'redis-url': text('use this Redis server, not one of our own; also read from SOJOURN_REDIS_URL'),
  'allow-plain-password': {
    type: 'boolean',
    default: false,
    describe: 'let the password of that URL cross a network without TLS',
  },
} as const;

export const scenarioFiles = {
  type: 'string',
  array: true,
  demandOption: true,
  describe: 'scenario files (YAML or JSON)',
} as const;
