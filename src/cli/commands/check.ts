import type { Argv, CommandModule } from 'yargs';
import type { CheckArguments } from '../check/arguments.js';
import { common, scenarioFiles } from '../options.js';

const options = (argv: Argv) =>
  argv.positional('scenario', scenarioFiles).options({
    set: common.set,
    json: common.json,
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
