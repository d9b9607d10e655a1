import { availableParallelism } from 'node:os';
import type { Argv, CommandModule } from 'yargs';
import type { RunArguments } from '../run/arguments.js';

const options = (argv: Argv) =>
  argv
    .positional('scenario', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'scenario files (YAML or JSON)',
    })
    .options({
      engines: {
        type: 'string',
        requiresArg: true,
        describe: 'which of theory,simulation,live; by default all that the scenario asks for',
      },
      broker: {
        type: 'string',
        requiresArg: true,
        describe: 'run live on this queue: zeromq, redis-list or in-process',
      },
      'redis-url': {
        type: 'string',
        requiresArg: true,
        describe: 'use this Redis server, not one of our own; also read from SOJOURN_REDIS_URL',
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
        describe: 'half-width that the simulation aims at, such as 2%',
      },
      out: { type: 'string', requiresArg: true, default: 'results', describe: 'folder for the reports' },
      report: { type: 'boolean', default: true, describe: 'write the reports; --no-report leaves them out' },
      workers: {
        type: 'number',
        requiresArg: true,
        default: Math.min(4, availableParallelism()),
        defaultDescription: 'cores, up to 4',
        describe: 'threads for the simulation; they change no result',
      },
      json: { type: 'boolean', default: false, describe: 'print one JSON document on stdout' },
    });

export const runCommand: CommandModule<object, RunArguments> = {
  command: 'run <scenario..>',
  describe: 'put scenarios to theory, simulation and a real queue, and compare',
  builder: argv => options(argv) as unknown as Argv<RunArguments>,
  handler: async args => {
    const { run } = await import('../run/run.js');
    process.exitCode = await run(args);
  },
};
