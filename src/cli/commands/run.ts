import type { Argv, CommandModule } from 'yargs';
import { brokers } from '../../scenario/brokers.js';
import { common, redis, scenarioFiles, text, texts } from '../options.js';
import type { RunArguments } from '../run/arguments.js';

const options = (argv: Argv) =>
  argv.positional('scenario', scenarioFiles).options({
    engines: text('which of theory,simulation,live; by default all that the scenario asks for'),
    broker: text(`run live on this queue: ${Object.keys(brokers).join(', ')}`),
    ...redis,
    set: common.set,
    threshold: texts("hold the answer to a limit: --threshold 'p99 wait < 200ms', as often as needed"),
    junit: text('also write the thresholds as JUnit XML to this file'),
    markdown: text('also write a comment for a pull request to this file, as Markdown'),
    seed: common.seed,
    precision: text('half-width that the simulation aims at, such as 2%'),
    out: { type: 'string', requiresArg: true, default: 'results', describe: 'folder for the reports' },
    report: { type: 'boolean', default: true, describe: 'write the reports; --no-report leaves them out' },
    messages: {
      type: 'boolean',
      default: false,
      describe: 'also write what was seen of each message of a live run, as NDJSON',
    },
    hlog: {
      type: 'boolean',
      default: false,
      describe: 'also write the times of a live run second by second, as an interval log of HdrHistogram',
    },
    replay: text('send the messages of such a file again: the same times, the same services'),
    'prometheus-port': {
      type: 'number',
      requiresArg: true,
      describe: 'serve metrics of the run at http://127.0.0.1:<port>/metrics while it goes on',
    },
    workers: common.workers,
    json: common.json,
    quiet: { type: 'boolean', default: false, describe: 'print the verdict and the thresholds only' },
    verbose: { type: 'boolean', default: false, describe: 'print every check of a live run' },
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
