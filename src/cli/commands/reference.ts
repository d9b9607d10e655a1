import { availableParallelism } from 'node:os';
import type { Argv, CommandModule } from 'yargs';
import type { ReferenceArguments } from '../reference/reference.js';

const options = (argv: Argv) =>
  argv
    .positional('cases', {
      type: 'string',
      demandOption: true,
      describe: 'JSON file of cases with known values',
    })
    .options({
      engine: {
        type: 'string',
        requiresArg: true,
        default: 'theory',
        describe: 'the engine to judge: theory or simulation',
      },
      workers: {
        type: 'number',
        requiresArg: true,
        default: Math.min(4, availableParallelism()),
        defaultDescription: 'cores, up to 4',
        describe: 'threads for the simulation',
      },
      limit: {
        type: 'string',
        requiresArg: true,
        default: '5min',
        describe: 'longest simulation of one case; what it has by then is judged',
      },
    });

export const referenceCommand: CommandModule<object, ReferenceArguments> = {
  command: 'reference <cases>',
  describe: 'judge an engine by cases whose values are known from elsewhere',
  builder: argv => options(argv) as unknown as Argv<ReferenceArguments>,
  handler: async args => {
    const { reference } = await import('../reference/reference.js');
    process.exitCode = await reference(args);
  },
};
