import type { Argv, CommandModule } from 'yargs';
import { text, texts } from '../options.js';
import { modelFlags } from '../planning/model-flags.js';
import { certainty, upsetFlags } from '../planning/upset-flags.js';
import type { SizeArguments } from '../size/arguments.js';

const options = (argv: Argv) =>
  modelFlags(argv)
    .options({
      wait: texts("target for the wait: 'p99<5s' or 'mean<2s', as often as needed"),
      sojourn: texts("target for wait and service together: 'p99<10s'"),
      loss: text('target for the share turned away: 1%'),
      utilisation: text('target for the busy share: 80%'),
      abandonment: text('target for the share that gives up: 2%'),
      drain: text('also have a --backlog, a --pause or a --spike cleared so soon: 15min'),
      ...upsetFlags,
      certainty,
      within: text('also show the share that waits at most so long: 30s,5min,10min'),
      station: text('whose servers, where there are several'),
      headroom: {
        type: 'boolean',
        default: true,
        describe: 'look for the room for growth; --no-headroom leaves it out',
      },
      spare: text('servers that may be out of service while the targets still hold: 1 for N+1'),
      growth: text('how fast the arrivals grow: 10%/week'),
    })
    .example("$0 size --arrivals 300/min --service 2s --wait 'p99<5s'", 'two numbers and a target')
    .example("$0 size --arrivals 300/min --service 2s --wait 'p99<5s' --spare 1", 'and one may die')
    .example(
      "$0 size --arrivals 300/min --service 2s --wait 'p99<5s' --pause 10min --drain 15min",
      'and a pause is to be made up for',
    )
    .example('$0 size scenarios/email-workers.yaml', 'a scenario by its own thresholds')
    .epilogue(
      'Exit codes: 0 found, 2 usage, 3 impossible: no number of servers meets the targets, 4 inconclusive between two numbers.',
    );

export const sizeCommand: CommandModule<object, SizeArguments> = {
  command: 'size [scenario]',
  describe: 'how many servers meet the targets, and for how much growth',
  builder: argv => options(argv) as unknown as Argv<SizeArguments>,
  handler: async args => {
    const { size } = await import('../size/size.js');
    process.exitCode = await size(args);
  },
};
