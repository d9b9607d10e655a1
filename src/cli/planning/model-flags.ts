import type { Argv } from 'yargs';
import { common, text, texts } from '../options.js';

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
      arrivals: text('how many come: 300/min, 30/h, 300/30min'),
      service: text('mean time of work: 2s; or its percentiles: p50=8ms,p95=32ms,p99=85ms'),
      scv: text('squared coefficient of variation of the service time; 1 (exponential) without it'),
      capacity: text('most customers inside, those in service included; without it nobody is turned away'),
      set: texts('change the scenario: --set discipline=priority, as often as needed'),
      seed: common.seed,
      workers: common.workers,
      json: common.json,
    });
