import type { Argv, CommandModule } from 'yargs';
import type { BenchArguments } from '../bench/arguments.js';
import { common, redis, text, texts } from '../options.js';

const options = (argv: Argv) =>
  argv
    .positional('scenario', {
      type: 'string',
      describe: 'also put this scenario to every broker; without it only their limits are measured',
    })
    .options({
      broker: text('which, separated by commas; all without it'),
      ...redis,
      consumers: { ...text('how many consumers'), defaultDescription: '2' },
      payload: { ...text('bytes of each message'), defaultDescription: '100' },
      'in-flight': { ...text('sends unanswered at a time, one try for each'), default: '1,16,128' },
      seconds: { ...text('about how long each try lasts'), default: '2' },
      target: texts(
        "look for the highest rate of the scenario at which this holds: --target 'p99 sojourn<100ms'",
      ),
      'try-for': { ...text('how long each rate is tried'), default: '15s' },
      compare: {
        type: 'boolean',
        default: false,
        describe: 'put the scenario to the queues in turn, round by round, and say which is best at what',
      },
      rounds: text('with --compare: how often each queue gets the scenario, each time with another seed (5)'),
      kill: {
        type: 'boolean',
        default: false,
        describe: 'with --compare: also kill a consumer, and the server, and count what is lost',
      },
      set: common.set,
      seed: common.seed,
      workers: common.workers,
      json: common.json,
    })
    .example('$0 bench', 'what every broker can do on this machine')
    .example('$0 bench scenarios/quickstart.yaml --broker zeromq,redis-list', 'which of two for a scenario')
    .example(
      "$0 bench scenarios/quickstart.yaml --broker zeromq --target 'p99 sojourn<200ms'",
      'the highest rate that meets a target',
    )
    .example(
      '$0 bench scenarios/quickstart.yaml --compare --kill --broker zeromq,redis-list',
      'which of them is cheaper, follows its model, loses nothing',
    )
    .epilogue(
      'Exit codes: 0 measured, 2 usage, 5 the machine was too busy for a rate or for every run of a queue, 6 a broker that was asked for is unavailable, 130 interrupted.',
    );

export const benchCommand: CommandModule<object, BenchArguments> = {
  command: 'bench [scenario]',
  describe: 'what the brokers can do on this machine: idle latency, highest rates, a scenario on each',
  builder: argv => options(argv) as unknown as Argv<BenchArguments>,
  handler: async args => {
    const { bench } = await import('../bench/bench.js');
    process.exitCode = await bench(args);
  },
};
