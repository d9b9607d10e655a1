import { encodePlan, renderQueues } from '../../report/index.js';
import { brokers } from '../../scenario/brokers.js';
import type { Scenario } from '../../scenario/type.js';
import { type QueuesReport, runQueues } from '../../study/run-queues.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { interruptible } from '../interrupt.js';
import { coloured, print, say, show } from '../output.js';
import { Problem } from '../problem.js';
import { redisUrlOf } from '../redis-url.js';
import { runProgress } from '../run/progress.js';
import type { BenchArguments } from './arguments.js';
import { brokersOf, inFlightOf, scenarioOf, whole } from './question.js';

/** `sojourn bench scenario --compare` */
export async function compareQueues(args: BenchArguments): Promise<ExitCode> {
  const asked = brokersOf(args.broker);
  const scenario = comparable(args);
  const question = {
    scenario,
    // The measuring itself is no queue to choose.
    brokers: asked ?? Object.keys(brokers).filter(name => name !== 'in-process'),
    rounds: whole('rounds', args.rounds ?? '5', [1, 100]),
    inFlight: inFlightOf(args),
    seconds: whole('seconds', args.seconds, [1, 60]),
    kill: args.kill,
  };
  const redis = redisUrlOf(args);
  const { signal, dispose } = interruptible();
  const progress = await runProgress(scenario);
  const report = await runQueues(question, {
    command: commandLine(['sojourn', 'bench', ...words(args)]),
    ...redis,
    ...{ signal, progress, onProgress: say },
  }).finally(() => {
    progress.stop();
    dispose();
  });
  if (args.json) print(encodePlan(report));
  else show(renderQueues(report, { colour: coloured(process.stdout), width: process.stdout.columns ?? 120 }));
  return signal.aborted ? exitCode.interrupted : codeOf(report, asked !== undefined);
}

/** Who asked for all queues is content with those there are. */
function codeOf({ queues, unavailable }: QueuesReport, named: boolean): ExitCode {
  if (queues.length === 0 || (named && unavailable.length > 0)) return exitCode.broker;
  return queues.some(({ summary }) => summary.served === undefined) ? exitCode.notComparable : exitCode.done;
}

/** The scenario, when queues can be compared by it. */
function comparable(args: BenchArguments): Scenario {
  if (args.target.length > 0)
    throw new Problem('--target: looks for a rate, and --compare keeps that of the scenario');
  const own = (['consumers', 'payload'] as const).find(flag => args[flag] !== undefined);
  if (own) throw new Problem(`--${own}: --compare takes it from the scenario`);
  const { scenario } = scenarioOf(args);
  if (scenario === undefined)
    throw new Problem('--compare: there is no scenario to put to the queues; name its file');
  const { live, stations } = scenario;
  const broken = (['faults', 'failing', 'poison'] as const).find(key => live?.[key] !== undefined);
  if (broken)
    throw new Problem(
      `--compare: live.${broken} breaks things on purpose, and no model judges such a run; leave it out`,
    );
  const servers = Object.values(stations).map(station => station.servers);
  if (args.kill && servers.some(number => number === 1))
    throw new Problem(
      '--kill: kills one of several consumers, and the scenario has 1; set servers=2 or more',
    );
  return scenario;
}

function words({ scenario, broker, inFlight, seconds, rounds, kill, set, seed }: BenchArguments): string[] {
  return [
    ...(scenario === undefined ? [] : [scenario]),
    '--compare',
    ...(kill ? ['--kill'] : []),
    ...flags({ broker, 'in-flight': inFlight, seconds, rounds, set, seed }),
  ];
}
