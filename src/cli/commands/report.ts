import type { Argv, CommandModule } from 'yargs';
import { text } from '../options.js';
import type { ReportArguments } from '../report/arguments.js';

const options = (argv: Argv) =>
  argv
    .positional('study', {
      type: 'string',
      demandOption: true,
      describe: 'a study.json, or a folder of runs such as results/',
    })
    .options({
      out: text('folder to write into; by default that of the study'),
      formats: text('which of html,markdown,png,json,svg,csv; by default the first four'),
    })
    .option('density', {
      choices: [1, 2] as const,
      default: 2,
      describe: 'pixels of a PNG for each of its 900 x 520 points',
    })
    .example('$0 report results/quickstart/study.json --formats html', 'the page alone, made again')
    .example(
      '$0 report results/quickstart/study.json --formats svg,csv',
      'charts to scale, numbers for sheets',
    )
    .example('$0 report results/', 'results/index.html: all runs side by side');

export const reportCommand: CommandModule<object, ReportArguments> = {
  command: 'report <study>',
  describe: 'make the reports of a study again, or one page over all runs of a folder',
  builder: argv => options(argv) as unknown as Argv<ReportArguments>,
  handler: async args => {
    const { report } = await import('../report/report.js');
    process.exitCode = await report(args);
  },
};
