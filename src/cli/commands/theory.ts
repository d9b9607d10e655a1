import type { Argv, CommandModule } from 'yargs';
import { common, text } from '../options.js';
import type { TheoryArguments } from '../theory/arguments.js';

const options = (argv: Argv) =>
  argv
    .positional('model', {
      type: 'string',
      demandOption: true,
      describe:
        'a station in Kendall notation: M/M/4, M/G/3, M/E3/2/10, GI/M/2, M/M/4//20, M/M/4+M, M/M/inf, M[X]/M/2, PH/PH/1, MAP/M/2, M/G/1-PRIORITY, M/M/1-PS',
    })
    .options({
      arrivals: text('how many come: 120/s, 300/min; of several classes, the most urgent first: 10/s,20/s'),
      service: text(
        'mean service time: 20ms; by class: 20ms,50ms; any law: "{ distribution: gamma, mean: 20ms, scv: 2 }"',
      ),
      scv: text('squared coefficient of variation of the service times, for G, H2 and LN'),
      'arrival-scv': text('the same of the times between arrivals'),
      batch: text('customers in every batch, for M[X]'),
      'mean-batch': text('mean number of customers in a batch of geometric size, for M[X]'),
      patience: text('mean time after which customers give up waiting, for +M, +D and the like'),
      'patience-scv': text('its squared coefficient of variation, for +G, +H2 and +LN'),
      think: text('mean time between a service and the next request, for a finite population //N'),
      precision: text('also: how many arrivals one must see to know the mean so well, such as 5% (M/M/1)'),
      json: common.json,
    })
    .example("$0 theory 'M/M/4' --arrivals 120/s --service 20ms", 'four servers, one queue')
    .example("$0 theory 'M/G/3' --arrivals 120/s --service 20ms --scv 2", 'what two moments say')
    .example("$0 theory 'M/M/1-PRIORITY' --arrivals 10/s,20/s --service 20ms", 'two classes, class by class');

export const theoryCommand: CommandModule<object, TheoryArguments> = {
  command: 'theory <model>',
  describe: 'what queueing theory says of a station, without a scenario file',
  builder: argv => options(argv) as unknown as Argv<TheoryArguments>,
  handler: async args => {
    const { theory } = await import('../theory/theory.js');
    process.exitCode = theory(args);
  },
};
