import type { Argv, CommandModule } from 'yargs';
import { common, text } from '../options.js';
import type { SweepArguments } from '../sweep/arguments.js';

const options = (argv: Argv) =>
  argv
    .positional('scenario', { type: 'string', demandOption: true, describe: 'scenario file (YAML or JSON)' })
    .options({
      vary: {
        type: 'string',
        array: true,
        nargs: 1,
        demandOption: true,
        describe: 'what to vary: servers=2..10, arrivals=50/s..200/s:10/s or service.scv=0,1,4; once an axis',
      },
      set: common.set,
      seed: common.seed,
      precision: text('half-width that simulations aim at, such as 2%'),
      out: { type: 'string', requiresArg: true, default: 'results', describe: 'folder for table and charts' },
      charts: common.charts,
      report: { type: 'boolean', default: true, describe: 'write them; --no-report leaves them out' },
      workers: common.workers,
      csv: { type: 'boolean', default: false, describe: 'print comma-separated values, in SI units' },
      json: common.json,
    })
    .example('$0 sweep scenarios/mmc.yaml --vary servers=3..10', 'how the wait falls with servers')
    .example(
      '$0 sweep scenarios/mmc.yaml --vary arrivals=50/s..200/s:10/s --vary servers=3,4,5',
      'a family of curves',
    );

export const sweepCommand: CommandModule<object, SweepArguments> = {
  command: 'sweep <scenario>',
  describe: 'a grid of what-ifs: table, curves, the knee',
  builder: argv => options(argv) as unknown as Argv<SweepArguments>,
  handler: async args => {
    const { sweep } = await import('../sweep/sweep.js');
    process.exitCode = await sweep(args);
  },
};
