import { availableParallelism } from 'node:os';
import type { Argv, CommandModule } from 'yargs';
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
      set: {
        type: 'string',
        array: true,
        nargs: 1,
        default: [],
        describe: 'change the scenario: --set servers=5, as often as needed',
      },
      seed: { type: 'string', requiresArg: true, describe: 'seed of all random numbers' },
      precision: {
        type: 'string',
        requiresArg: true,
        describe: 'half-width that simulations aim at, such as 2%',
      },
      out: { type: 'string', requiresArg: true, default: 'results', describe: 'folder for table and charts' },
      report: { type: 'boolean', default: true, describe: 'write them; --no-report leaves them out' },
      workers: {
        type: 'number',
        requiresArg: true,
        default: Math.min(4, availableParallelism()),
        defaultDescription: 'cores, up to 4',
        describe: 'threads for the simulation; they change no result',
      },
      csv: { type: 'boolean', default: false, describe: 'print comma-separated values, in SI units' },
      json: { type: 'boolean', default: false, describe: 'print one JSON document on stdout' },
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
