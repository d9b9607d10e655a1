import type { Argv, CommandModule } from 'yargs';
import type { DrainArguments } from '../drain/arguments.js';
import { common, text } from '../options.js';
import { modelFlags } from '../planning/model-flags.js';
import { certainty, upsetFlags } from '../planning/upset-flags.js';

const options = (argv: Argv) =>
  modelFlags(argv)
    .options({
      servers: text('how many servers there are'),
      ...upsetFlags,
      deadline: text('find the servers with which nobody waits after: 15min'),
      out: text('also write a chart and the document below this folder'),
      charts: common.charts,
      certainty,
    })
    .example(
      '$0 drain --arrivals 300/min --service 2s --servers 12 --backlog 20000',
      'how long until it is gone',
    )
    .example(
      '$0 drain scenarios/email-workers.yaml --pause 15min --deadline 30min',
      'how many servers make up for a pause',
    )
    .epilogue(
      'Exit codes: 0 found, 2 usage, 3 the servers never recover, 4 inconclusive between two numbers.',
    );

export const drainCommand: CommandModule<object, DrainArguments> = {
  command: 'drain [scenario]',
  describe: 'how long a backlog, a pause or a spike takes to clear, and who clears it in time',
  builder: argv => options(argv) as unknown as Argv<DrainArguments>,
  handler: async args => {
    const { drain } = await import('../drain/drain.js');
    process.exitCode = await drain(args);
  },
};
