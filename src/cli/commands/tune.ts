import type { Argv, CommandModule } from 'yargs';
import { common, text, texts } from '../options.js';
import type { TuneArguments } from '../tune/arguments.js';

const options = (argv: Argv) =>
  argv
    .positional('scenario', { type: 'string', demandOption: true, describe: 'scenario file (YAML or JSON)' })
    .options({
      vary: texts(
        'settings to try: --vary autoscaling.coolDown=0s,5min; a range of targets around that of now without it',
      ),
      wait: texts("target for the wait: 'p95<30s' or 'mean<2s', instead of the thresholds of the scenario"),
      sojourn: texts("target for wait and service together: 'p99<10s'"),
      loss: text('target for the share turned away: 1%'),
      utilisation: text('target for the busy share: 80%'),
      abandonment: text('target for the share that gives up: 2%'),
      station: text('whose autoscaler, where there are several'),
      set: common.set,
      seed: common.seed,
      out: text('also write a chart and the document below this folder'),
      charts: common.charts,
      workers: common.workers,
      json: common.json,
    })
    .example("$0 tune scenarios/autoscaling.yaml --wait 'p95<3min'", 'which target, and of which type')
    .example(
      "$0 tune scenarios/autoscaling.yaml --wait 'p95<3min' --vary autoscaling.target=1,2,5 --vary autoscaling.coolDown=0s,10min",
      'a grid of settings',
    )
    .epilogue('Exit codes: 0 found, 2 usage, 3 no setting meets the targets, 4 none is known to.');

export const tuneCommand: CommandModule<object, TuneArguments> = {
  command: 'tune <scenario>',
  describe: 'which setting of an autoscaler meets the targets with the fewest servers',
  builder: argv => options(argv) as unknown as Argv<TuneArguments>,
  handler: async args => {
    const { tune } = await import('../tune/tune.js');
    process.exitCode = await tune(args);
  },
};
