import type { Argv, CommandModule } from 'yargs';
import type { HighestLoadArguments } from '../highest-load/highest-load.js';
import { text, texts } from '../options.js';
import { modelFlags } from '../planning/model-flags.js';

const options = (argv: Argv) =>
  modelFlags(argv)
    .options({
      servers: text('how many servers there are'),
      wait: texts("target for the wait: 'p99<5s' or 'mean<2s', as often as needed"),
      sojourn: texts("target for wait and service together: 'p99<10s'"),
      loss: text('target for the share turned away: 1%'),
      utilisation: text('target for the busy share: 80%'),
      abandonment: text('target for the share that gives up: 2%'),
      station: text('whose arrivals, where there are several'),
      growth: text('how fast the arrivals grow: 10%/week'),
    })
    .example(
      "$0 highest-load --arrivals 4/s --service 2s --servers 12 --wait 'p99<5s' --growth 10%/week",
      'how much more, and when it breaks',
    )
    .epilogue(
      'Exit codes: 0 found at or above the arrivals of now, 2 usage, 3 the arrivals of now are too many, or no rate meets the targets.',
    );

export const highestLoadCommand: CommandModule<object, HighestLoadArguments> = {
  command: 'highest-load [scenario]',
  describe: 'up to how many arrivals the servers meet the targets, and when growth breaks them',
  builder: argv => options(argv) as unknown as Argv<HighestLoadArguments>,
  handler: async args => {
    const { highestLoad } = await import('../highest-load/highest-load.js');
    process.exitCode = await highestLoad(args);
  },
};
