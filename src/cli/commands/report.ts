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
      formats: text('which of html,markdown,png,json; by default all'),
    })
    .example('$0 report results/quickstart/study.json --formats html', 'the page alone, made again')
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
