import { availableParallelism } from 'node:os';
import type { Argv, CommandModule } from 'yargs';
import type { SelftestArguments } from '../selftest/arguments.js';

const options = (argv: Argv) =>
  argv
    .options({
      seed: { type: 'number', requiresArg: true, default: 1, describe: 'seed of all random numbers' },
      customers: {
        type: 'string',
        requiresArg: true,
        default: '4e6',
        describe: 'customers of each case: more of them find smaller faults',
      },
      workers: {
        type: 'number',
        requiresArg: true,
        default: Math.min(4, availableParallelism()),
        defaultDescription: 'cores, up to 4',
        describe: 'threads; they change no result',
      },
      json: { type: 'boolean', default: false, describe: 'print one JSON document on stdout' },
    })
    .epilogue('Exit codes: 0 every case passed, 2 usage, 70 a case failed, 130 interrupted.');

export const selftestCommand: CommandModule<object, SelftestArguments> = {
  command: 'selftest',
  describe: 'hold the simulator against closed forms, on this machine',
  builder: argv => options(argv) as unknown as Argv<SelftestArguments>,
  handler: async args => {
    const { selftest } = await import('../selftest/selftest.js');
    process.exitCode = await selftest(args);
  },
};
