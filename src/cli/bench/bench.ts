import { encodePlan, renderBench } from '../../report/index.js';
import { brokers } from '../../scenario/brokers.js';
import { defaultLive, loadScenario } from '../../scenario/load.js';
import { type BenchReport, runBench } from '../../study/run-bench.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { interruptible } from '../interrupt.js';
import { coloured, print, say } from '../output.js';
import { Problem } from '../problem.js';
import { redisUrlOf } from '../redis-url.js';
import { runProgress } from '../run/progress.js';
import type { BenchArguments } from './arguments.js';

/** `sojourn bench` */
export async function bench(args: BenchArguments): Promise<ExitCode> {
  const asked = brokersOf(args.broker);
  const question = {
    brokers: asked ?? Object.keys(brokers),
    consumers: whole('consumers', args.consumers, [1, 32]),
    payloadBytes: whole('payload', args.payload, [0, 1_048_576]),
    inFlight: args.inFlight.split(',').map(text => whole('in-flight', text.trim(), [1, 10_000])),
    seconds: whole('seconds', args.seconds, [1, 60]),
    ...scenarioOf(args),
  };
  const redis = redisUrlOf(args);
  const { signal, dispose } = interruptible();
  const progress = await runProgress(question.scenario);
  const report = await runBench(question, {
    command: commandLine(['sojourn', 'bench', ...words(args)]),
    ...redis,
    signal,
    onProgress: say,
    progress,
  }).finally(() => {
    progress.stop();
    dispose();
  });
  if (args.json) print(encodePlan(report));
  else print(renderBench(report, { colour: coloured(process.stdout), width: process.stdout.columns ?? 120 }));
  return signal.aborted ? exitCode.interrupted : codeOf(report, asked !== undefined);
}

/** Who asked for all brokers is content with those there are. */
function codeOf({ ceilings, unavailable }: BenchReport, named: boolean): ExitCode {
  return ceilings.length === 0 || (named && unavailable.length > 0) ? exitCode.broker : exitCode.done;
}

function brokersOf(text: string | undefined): string[] | undefined {
  const names = text?.split(',').map(name => name.trim());
  for (const name of names ?? []) {
    if (!Object.hasOwn(brokers, name))
      throw new Problem(
        `--broker ${text}: there is no broker "${name}"; known are ${Object.keys(brokers).join(', ')}`,
      );
  }
  return names;
}

function whole(flag: string, text: string, [least, most]: readonly [number, number]): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Problem(`--${flag} ${text}: expected a whole number from ${least} to ${most}`);
}

function scenarioOf({ scenario: path, set, seed }: BenchArguments) {
  if (path === undefined) {
    if (set.length > 0) throw new Problem(`--set ${set[0]}: there is no scenario to change; name its file`);
    return {};
  }
  const loaded = loadScenario(path, { set: [...set, ...(seed === undefined ? [] : [`run.seed=${seed}`])] });
  return { scenario: loaded.live === undefined ? { ...loaded, live: defaultLive } : loaded };
}

function words({
  scenario,
  broker,
  consumers,
  payload,
  inFlight,
  seconds,
  set,
  seed,
}: BenchArguments): string[] {
  const asked = { broker, consumers, payload, 'in-flight': inFlight, seconds, set, seed };
  return [...(scenario === undefined ? [] : [scenario]), ...flags(asked)];
}
