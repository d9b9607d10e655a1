import type { Argv, CommandModule } from 'yargs';
import type { HealArguments } from '../heal/arguments.js';
import { text } from '../options.js';
import { modelFlags } from '../planning/model-flags.js';

const options = (argv: Argv) =>
  modelFlags(argv)
    .options({
      servers: text('how many servers there are'),
      timeout: text(
        'how long clients wait for an answer before they give it up, though it is still worked on: 1s',
      ),
      attempts: text('how often a client tries in all'),
      delay: { ...text('how long after a timeout it tries again, on average'), default: '100ms' },
      spike: { ...text('so many times the arrivals: 2x'), default: '2x' },
      for: { ...text('how long the spike lasts'), default: '15s' },
      watch: text('how long after the spike the system has to heal; several times what it needs without it'),
    })
    .example('$0 heal scenarios/whatif-retry-storm.yaml --spike 2x --for 15s', 'clients who try three times')
    .example(
      '$0 heal --arrivals 70/s --service 10ms --timeout 1s --attempts 3 --spike 2x --for 15s',
      'the same without a file',
    )
    .epilogue('Exit codes: 0 it heals by itself, 2 usage, 3 it does not, or not always.');

export const healCommand: CommandModule<object, HealArguments> = {
  command: 'heal [scenario]',
  describe: 'whether a spike goes by, or clients who try again keep the queue long for ever',
  builder: argv => options(argv) as unknown as Argv<HealArguments>,
  handler: async args => {
    const { heal } = await import('../heal/heal.js');
    process.exitCode = await heal(args);
  },
};
