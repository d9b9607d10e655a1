import type { Argv, CommandModule } from 'yargs';
import type { CheckArguments } from '../check/arguments.js';

const options = (argv: Argv) =>
  argv
    .positional('scenario', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'scenario files (YAML or JSON)',
    })
    .options({
      set: {
        type: 'string',
        array: true,
        nargs: 1,
        default: [],
        describe: 'change the scenario: --set servers=5, as often as needed',
      },
      json: { type: 'boolean', default: false, describe: 'print one JSON document on stdout' },
    });

export const checkCommand: CommandModule<object, CheckArguments> = {
  command: 'check <scenario..>',
  describe: 'validate scenarios and name their models; nothing is run',
  builder: argv => options(argv) as unknown as Argv<CheckArguments>,
  handler: async args => {
    const { check } = await import('../check/check.js');
    process.exitCode = check(args);
  },
};
