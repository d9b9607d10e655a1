import type { Argv, CommandModule } from 'yargs';
import { common, text, texts } from '../options.js';
import { modelFlags } from '../planning/model-flags.js';
import type { StaffArguments } from '../staff/arguments.js';

const options = (argv: Argv) =>
  modelFlags(argv)
    .options({
      wait: texts("target for the wait of those who come in an interval: 'p80<20s' or 'mean<1min'"),
      sojourn: texts("target for wait and service together: 'p99<10min'"),
      loss: text('target for the share turned away: 1%'),
      abandonment: text('target for the share that gives up: 3%'),
      every: text('how long an interval is: 30min; a 24th of the profile without it'),
      out: text('also write a chart and the document below this folder'),
      charts: common.charts,
    })
    .example("$0 staff scenarios/day.yaml --wait 'p80<20s'", 'hour by hour')
    .example("$0 staff scenarios/day.yaml --wait 'p80<20s' --every 2h", 'in shifts of two hours')
    .epilogue(
      'Exit codes: 0 found, 2 usage, 3 impossible: no number of servers meets the targets, 4 inconclusive: in some interval one server fewer may do.',
    );

export const staffCommand: CommandModule<object, StaffArguments> = {
  command: 'staff [scenario]',
  describe: 'how many servers are needed when, for arrivals that follow the clock',
  builder: argv => options(argv) as unknown as Argv<StaffArguments>,
  handler: async args => {
    const { staff } = await import('../staff/staff.js');
    process.exitCode = await staff(args);
  },
};
