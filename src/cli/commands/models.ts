import type { Argv, CommandModule } from 'yargs';
import type { ModelsArguments } from '../models/arguments.js';
import { common } from '../options.js';

const options = (argv: Argv) =>
  argv
    .positional('name', {
      type: 'string',
      describe: "one of them in full: 'M/G/1', or words of its name: vacations",
    })
    .options({ json: common.json });

export const modelsCommand: CommandModule<object, ModelsArguments> = {
  command: 'models [name]',
  describe: 'the models and formulas of queueing theory it knows, what they assume and where they come from',
  builder: argv => options(argv) as unknown as Argv<ModelsArguments>,
  handler: async args => {
    const { models } = await import('../models/models.js');
    process.exitCode = models(args);
  },
};
