import type { Argv, CommandModule } from 'yargs';
import type { ImportArguments } from '../import/import.js';
import { text } from '../options.js';

const options = (argv: Argv) =>
  argv
    .positional('data', {
      type: 'string',
      demandOption: true,
      describe: 'a log: CSV, or NDJSON with an object a line',
    })
    .options({
      map: text('which column tells what: arrived=created_at,started=start:ms,finished=end,service=took:ms'),
      servers: text('how many servers there were; else inferred where waits are told'),
      out: text('write the scenario to this file'),
      replay: {
        type: 'boolean',
        default: false,
        describe: 'the scenario plays the log again, from a trace written beside it, instead of fitted laws',
      },
      json: { type: 'boolean', default: false, describe: 'print one JSON document on stdout' },
    })
    .example('$0 import jobs.csv --map arrived=created_at --out jobs.yaml', 'then: sojourn run jobs.yaml')
    .epilogue(
      'Numbers of time are seconds, ms, us or ns since 1970 by their size; dates without a zone are UTC.',
    );

export const importCommand: CommandModule<object, ImportArguments> = {
  command: 'import <data>',
  describe: 'a scenario from a log of customers, and what the log says',
  builder: argv => options(argv) as unknown as Argv<ImportArguments>,
  handler: async args => {
    const { importData } = await import('../import/import.js');
    process.exitCode = await importData(args);
  },
};
