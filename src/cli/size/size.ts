import { renderSize } from '../../report/index.js';
import { type ClearsInTime, runSize, type SizeReport } from '../../study/run-size.js';
import { parseDuration } from '../../units.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { searched, showPlan } from '../planning/answered.js';
import { growthOf } from '../planning/growth.js';
import { modelSettings, scenarioOf } from '../planning/model.js';
import { planProgress } from '../planning/progress.js';
import { targetsOf, withTargets } from '../planning/targets.js';
import { certaintyOf, positive, upsetOf } from '../planning/upset.js';
import { Problem } from '../problem.js';
import { checkedWorkers } from '../run/settings.js';
import type { SizeArguments } from './arguments.js';

const codes: Readonly<Record<SizeReport['outcome'], ExitCode>> = {
  met: exitCode.done,
  impossible: exitCode.thresholdFailed,
  inconclusive: exitCode.inconclusive,
};

/** `sojourn size` */
export async function size(args: SizeArguments): Promise<ExitCode> {
  const workers = checkedWorkers(args.workers);
  const targets = targetsOf(args);
  const scenario = withTargets(scenarioOf(args), targets);
  const growth = growthOf(args.growth);
  const question = {
    ...(args.station !== undefined && { station: args.station }),
    ...(growth && { growth }),
    headroom: args.headroom,
    ...(args.spare !== undefined && { spare: spareOf(args.spare) }),
    ...clearsOf(args),
    within: timesOf(args.within).map(time => ({ of: 'wait' as const, time })),
  };
  const progress = planProgress('looking for the number of servers');
  const report = await searched(signal =>
    runSize(scenario, question, {
      workers,
      signal,
      onSimulated: progress.onSimulated,
      command: commandLine(['sojourn', 'size', ...words(args)]),
    }),
  );
  if (report === undefined) return exitCode.interrupted;
  showPlan(report, args.json, look => renderSize(report, { ...look, next: nextCommands(args, report) }));
  return codes[report.outcome];
}

function timesOf(text: string | undefined): number[] {
  return (text?.split(',') ?? []).map(part => {
    const parsed = parseDuration(part);
    if (parsed.ok && parsed.value >= 0) return parsed.value;
    throw new Problem(
      `--within ${text}: ${parsed.ok ? `"${part}" is negative` : parsed.problem}; expected durations with commas between, such as 30s,5min`,
    );
  });
}

/** What is to be cleared in time. @throws Problem */
function clearsOf(args: SizeArguments): { clears?: ClearsInTime } {
  const given = (['backlog', 'pause', 'spike'] as const).find(flag => args[flag] !== undefined);
  if (args.drain !== undefined)
    return {
      clears: {
        upset: upsetOf(args),
        deadline: positive('drain', args.drain),
        certainty: certaintyOf(args.certainty),
      },
    };
  if (given === undefined) return {};
  throw new Problem(`--${given} ${args[given]}: cleared how soon? Add --drain 15min`);
}

/** @throws Problem */
function spareOf(text: string): number {
  const spare = Number(text);
  if (/^\d+$/.test(text) && spare <= 1000) return spare;
  throw new Problem(`--spare ${text}: expected a whole number of servers from 0 to 1000, such as 1`);
}

const model = ({ scenario, arrivals, service, scv, capacity, set, seed }: SizeArguments): string[] => [
  ...(scenario === undefined ? [] : [scenario]),
  ...flags({ arrivals, service, scv, capacity, set, seed }),
];

const words = (args: SizeArguments): string[] => {
  const { wait, sojourn, loss, utilisation, abandonment, within, station, growth, spare } = args;
  const { drain, backlog, pause, spike, for: lasting, certainty } = args;
  const upset = { backlog, pause, spike, for: lasting, drain, certainty: drain && certainty };
  const asked = { wait, sojourn, loss, utilisation, abandonment, ...upset, within, station, growth, spare };
  return [...model(args), ...flags(asked)];
};

/** What one would ask next, with the servers found. */
function nextCommands(args: SizeArguments, { servers, station }: SizeReport): string[] {
  if (servers === undefined) return [];
  if (args.scenario === undefined) {
    if (args.capacity !== undefined) return [];
    return [commandLine(['sojourn', 'drain', ...model(args), '--servers', `${servers}`, '--pause', '10min'])];
  }
  const path = args.station === undefined ? 'servers' : `stations.${station}.servers`;
  const around = `${path}=${Math.max(1, servers - 2)}..${servers + 4}`;
  const changes = modelSettings(args);
  return [
    commandLine(['sojourn', 'run', args.scenario, ...flags({ set: [...changes, `${path}=${servers}`] })]),
    commandLine(['sojourn', 'sweep', args.scenario, '--vary', around, ...flags({ set: changes })]),
  ];
}
