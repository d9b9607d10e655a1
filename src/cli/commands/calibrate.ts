import type { Argv, CommandModule } from 'yargs';
import type { CalibrateArguments } from '../calibrate/calibrate.js';
import { text } from '../options.js';

const options = (argv: Argv) =>
  argv
    .positional('levels', {
      type: 'string',
      demandOption: true,
      describe:
        'a table in CSV: clients, servers, throughput, and response, wait or service (wait_ms, service_ms)',
    })
    .options({
      line: text(
        'the line of the level to calibrate on; else the one with the fewest clients for each server',
      ),
      out: text('write the closed scenario of the most clients to this file'),
      json: { type: 'boolean', default: false, describe: 'print one JSON document on stdout' },
    })
    .example('$0 calibrate scenarios/levels/middleware.csv', 'one level of a load test predicts the others')
    .epilogue(
      'For load tests whose clients wait for an answer before they ask again: service and think time come from one level, and the closed model M/M/m//N and the open M/M/m are held against all the others.',
    );

export const calibrateCommand: CommandModule<object, CalibrateArguments> = {
  command: 'calibrate <levels>',
  describe: 'closed and open model from one level of a load test, against its other levels',
  builder: argv => options(argv) as unknown as Argv<CalibrateArguments>,
  handler: async args => {
    const { calibrate } = await import('../calibrate/calibrate.js');
    process.exitCode = await calibrate(args);
  },
};
