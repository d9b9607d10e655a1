import { availableParallelism } from 'node:os';
import type { Argv } from 'yargs';

/** What describes the system, on the command line: a scenario, or the numbers that people have. */
export interface ModelArguments {
  readonly scenario?: string;
  readonly arrivals?: string;
  readonly service?: string;
  readonly scv?: string;
  readonly capacity?: string;
  readonly set: string[];
  readonly seed?: string;
  readonly workers: number;
  readonly json: boolean;
}

/** The flags of `ModelArguments`. */
export const modelFlags = (argv: Argv) =>
  argv
    .positional('scenario', { type: 'string', describe: 'a scenario file, or none: then the flags' })
    .options({
      arrivals: { type: 'string', requiresArg: true, describe: 'how many come: 300/min, 30/h, 300/30min' },
      service: {
        type: 'string',
        requiresArg: true,
        describe: 'mean time of work: 2s; or its percentiles: p50=8ms,p95=32ms,p99=85ms',
      },
      scv: {
        type: 'string',
        requiresArg: true,
        describe: 'squared coefficient of variation of the service time; 1 (exponential) without it',
      },
      capacity: {
        type: 'string',
        requiresArg: true,
        describe: 'most customers inside, those in service included; without it nobody is turned away',
      },
      set: {
        type: 'string',
        array: true,
        nargs: 1,
        default: [],
        describe: 'change the scenario: --set discipline=priority, as often as needed',
      },
      seed: { type: 'string', requiresArg: true, describe: 'seed of all random numbers' },
      workers: {
        type: 'number',
        requiresArg: true,
        default: Math.min(4, availableParallelism()),
        defaultDescription: 'cores, up to 4',
        describe: 'threads for the simulation; they change no result',
      },
      json: { type: 'boolean', default: false, describe: 'print one JSON document on stdout' },
    });
