import type { Argv, CommandModule } from 'yargs';
import type { CompareArguments } from '../compare/arguments.js';
import { common, text, texts } from '../options.js';

const options = (argv: Argv) =>
  argv
    .positional('first', { type: 'string', demandOption: true, describe: 'scenario file, or a study.json' })
    .positional('second', {
      type: 'string',
      describe: 'the other; without it the first with the changes of --set',
    })
    .options({
      set: texts('change the second: --set servers=5, as often as needed'),
      seed: text('seed of all random numbers, the same for both'),
      precision: text('half-width of the differences that the simulation aims at, such as 2%'),
      workers: common.workers,
      json: common.json,
    })
    .example('$0 compare scenarios/mmc.yaml --set servers=4', 'what one more server does')
    .example('$0 compare a.yaml b.yaml', 'two scenarios under the same random numbers')
    .example('$0 compare results/a/study.json results/b/study.json', 'two runs on real queues, as measured')
    .epilogue(
      'Exit codes: 0 compared, 2 usage, 4 inconclusive: the difference of a measure in run.stopOn is not known.',
    );

export const compareCommand: CommandModule<object, CompareArguments> = {
  command: 'compare <first> [second]',
  describe: 'what a change does to every measure, with intervals of the differences',
  builder: argv => options(argv) as unknown as Argv<CompareArguments>,
  handler: async args => {
    const { compare } = await import('../compare/compare.js');
    process.exitCode = await compare(args);
  },
};
