import { renderHeal } from '../../report/plans/heal.js';
import type { FlagSetting } from '../../scenario/parse.js';
import type { Scenario } from '../../scenario/type.js';
import { type HealReport, runHeal } from '../../study/run-heal.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { searched, showPlan } from '../planning/answered.js';
import { scenarioOf, serversFlag } from '../planning/model.js';
import { planProgress } from '../planning/progress.js';
import { positive, spikeOf } from '../planning/upset.js';
import { checkedWorkers } from '../run/settings.js';
import type { HealArguments } from './arguments.js';

const codes: Readonly<Record<HealReport['outcome'], ExitCode>> = {
  heals: exitCode.done,
  sometimes: exitCode.thresholdFailed,
  never: exitCode.thresholdFailed,
};

/** `sojourn heal` */
export async function heal(args: HealArguments): Promise<ExitCode> {
  const workers = checkedWorkers(args.workers);
  const scenario = scenarioOf(args, clientFlags(args));
  const watch = args.watch === undefined ? undefined : positive('watch', args.watch);
  const spike = spikeOf(args.spike, args.for);
  const report = await searched(signal =>
    runHeal(
      scenario,
      { spike, ...(watch !== undefined && { watch }) },
      {
        workers,
        signal,
        ...planProgress('looking for what a spike leaves behind'),
        command: commandLine(['sojourn', 'heal', ...words(args)]),
      },
    ),
  );
  if (report === undefined) return exitCode.interrupted;
  showPlan(report, args.json, look =>
    renderHeal(report, { ...look, next: nextCommands(args, scenario, report) }),
  );
  return codes[report.outcome];
}

/** How many servers there are, and how clients try again. */
const clientFlags = ({ servers, timeout, attempts, delay }: HealArguments): FlagSetting[] => [
  ...serversFlag(servers),
  ...(timeout === undefined ? [] : [{ flag: `--timeout ${timeout}`, setting: `timeout=${timeout}` }]),
  ...(attempts === undefined
    ? []
    : [
        {
          flag: `--attempts ${attempts} --delay ${delay}`,
          setting: `retry={ delay: ${delay}, maxAttempts: ${attempts} }`,
        },
      ]),
];

const words = (args: HealArguments): string[] => {
  const { scenario, arrivals, service, scv, servers, capacity, timeout, attempts, set, seed } = args;
  const { spike, for: lasting, watch, delay } = args;
  return [
    ...(scenario === undefined ? [] : [scenario]),
    ...flags({ arrivals, service, scv, servers, capacity, timeout, attempts, set, seed }),
    ...flags({ delay: attempts && delay, spike, for: lasting, watch }),
  ];
};

/** The same with what breaks the loop: one attempt, for the class that tries most often. */
function nextCommands(args: HealArguments, { classes }: Scenario, report: HealReport): string[] {
  if (report.outcome === 'heals' || args.scenario === undefined || report.maxAttempts === 1) return [];
  const attempts = (name: string) => classes[name].retry?.maxAttempts ?? 1;
  const [name] = Object.keys(classes).sort((a, b) => attempts(b) - attempts(a));
  const path = Object.keys(classes).length === 1 ? 'retry' : `classes.${name}.retry`;
  const set = [...args.set.filter(one => !one.includes('maxAttempts')), `${path}.maxAttempts=1`];
  const { spike, for: lasting, watch } = args;
  return [commandLine(['sojourn', 'heal', args.scenario, ...flags({ set, spike, for: lasting, watch })])];
}
