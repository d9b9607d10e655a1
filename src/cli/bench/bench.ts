import { encodePlan, renderBench } from '../../report/index.js';
import { brokers } from '../../scenario/brokers.js';
import { parseThreshold } from '../../scenario/threshold.js';
import { type BenchQuestion, type BenchReport, runBench } from '../../study/run-bench.js';
import { parseDuration } from '../../units.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { interruptible } from '../interrupt.js';
import { coloured, print, say, show } from '../output.js';
import { Problem } from '../problem.js';
import { redisUrlOf } from '../redis-url.js';
import { runProgress } from '../run/progress.js';
import { checkedWorkers } from '../run/settings.js';
import type { BenchArguments } from './arguments.js';
import { compareQueues } from './compare.js';
import { brokersOf, inFlightOf, scenarioOf, whole } from './question.js';

/** `sojourn bench` */
export async function bench(args: BenchArguments): Promise<ExitCode> {
  if (args.compare) return compareQueues(args);
  const alone = (['rounds', 'kill'] as const).find(flag => args[flag]);
  if (alone) throw new Problem(`--${alone} says how queues are compared: it needs --compare`);
  const asked = brokersOf(args.broker);
  const question = {
    brokers: asked ?? Object.keys(brokers),
    consumers: whole('consumers', args.consumers ?? '2', [1, 32]),
    payloadBytes: whole('payload', args.payload ?? '100', [0, 1_048_576]),
    inFlight: inFlightOf(args),
    seconds: whole('seconds', args.seconds, [1, 60]),
    ...scenarioOf(args),
    ...highestOf(args),
  };
  const redis = redisUrlOf(args);
  const { signal, dispose } = interruptible();
  const progress = await runProgress(question.scenario);
  const report = await runBench(question, {
    command: commandLine(['sojourn', 'bench', ...words(args)]),
    workers: checkedWorkers(args.workers),
    ...redis,
    signal,
    onProgress: say,
    progress,
  }).finally(() => {
    progress.stop();
    dispose();
  });
  if (args.json) print(encodePlan(report));
  else show(renderBench(report, { colour: coloured(process.stdout), width: process.stdout.columns ?? 120 }));
  return signal.aborted ? exitCode.interrupted : codeOf(report, asked !== undefined);
}

/** Who asked for all brokers is content with those there are. */
function codeOf({ ceilings, unavailable, highest }: BenchReport, named: boolean): ExitCode {
  if (ceilings.length === 0 || (named && unavailable.length > 0)) return exitCode.broker;
  const searched = highest.flatMap(({ tries }) => tries);
  return searched.some(({ outcome }) => outcome === 'not-comparable')
    ? exitCode.notComparable
    : exitCode.done;
}

function highestOf({ target, tryFor, scenario }: BenchArguments): Pick<BenchQuestion, 'highest'> {
  if (target.length === 0) return {};
  if (scenario === undefined)
    throw new Problem(`--target '${target[0]}': there is no scenario whose rate could change; name its file`);
  const length = parseDuration(tryFor);
  if (!length.ok || length.value < 1 || length.value > 3600)
    throw new Problem(`--try-for ${tryFor}: expected a duration from 1s to 1h`);
  return {
    highest: {
      targets: target.map(text => parseThreshold(text, `--target '${text}'`)),
      tryFor: length.value,
    },
  };
}

function words({
  scenario,
  broker,
  consumers,
  payload,
  inFlight,
  seconds,
  target,
  tryFor,
  set,
  seed,
}: BenchArguments): string[] {
  const asked = {
    broker,
    consumers,
    payload,
    'in-flight': inFlight,
    seconds,
    target,
    'try-for': tryFor,
    set,
    seed,
  };
  return [...(scenario === undefined ? [] : [scenario]), ...flags(asked)];
}
