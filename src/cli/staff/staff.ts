import { prepareOutput } from '../../report/files.js';
import { encodePlan } from '../../report/json.js';
import { renderStaff } from '../../report/plans/staff.js';
import { writeStaff } from '../../report/plans/write-staff.js';
import { settingsBetween } from '../../scenario/text/settings-between.js';
import type { Scenario } from '../../scenario/type.js';
import { runStaff, type StaffReport } from '../../study/run-staff.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { interruptible } from '../interrupt.js';
import { coloured, print, say, show } from '../output.js';
import { modelSettings, scenarioOf } from '../planning/model.js';
import { planProgress } from '../planning/progress.js';
import { targetsOf, withTargets } from '../planning/targets.js';
import { positive } from '../planning/upset.js';
import { checkedWorkers } from '../run/settings.js';
import type { StaffArguments } from './arguments.js';

const codes: Readonly<Record<StaffReport['outcome'], ExitCode>> = {
  met: exitCode.done,
  approximation: exitCode.done,
  impossible: exitCode.thresholdFailed,
  inconclusive: exitCode.inconclusive,
};

/** `sojourn staff` */
export async function staff(args: StaffArguments): Promise<ExitCode> {
  const workers = checkedWorkers(args.workers);
  const scenario = withTargets(scenarioOf(args), targetsOf(args));
  const every = args.every === undefined ? undefined : positive('every', args.every);
  if (args.out !== undefined) await prepareOutput(scenario.name, args.out);
  const { signal, dispose } = interruptible();
  const report = await runStaff(
    scenario,
    { ...(every !== undefined && { every }) },
    {
      workers,
      signal,
      ...planProgress('looking for the servers of each interval'),
      command: commandLine(['sojourn', 'staff', ...words(args)]),
    },
  )
    .catch(error => {
      // Half a search has no answer.
      if (signal.aborted) return undefined;
      throw error;
    })
    .finally(dispose);
  if (report === undefined || signal.aborted) return exitCode.interrupted;
  if (args.json) print(encodePlan(report));
  else {
    const look = { colour: coloured(process.stdout), width: process.stdout.columns ?? 120 };
    show(renderStaff(report, { ...look, next: nextCommands(args, scenario, report) }));
  }
  if (args.out !== undefined) {
    const { files, warnings } = await writeStaff(report, args.out, args.charts);
    for (const line of [...warnings, ...files.map(file => `written: ${file}`)]) say(line);
  }
  return codes[report.outcome];
}

const words = (args: StaffArguments): string[] => {
  const { scenario, arrivals, service, scv, capacity, set, seed } = args;
  const { wait, sojourn, loss, abandonment, every } = args;
  return [
    ...(scenario === undefined ? [] : [scenario]),
    ...flags({ arrivals, service, scv, capacity, set, seed, wait, sojourn, loss, abandonment, every }),
  ];
};

/** The scenario with the schedule found, as a run. */
function nextCommands(args: StaffArguments, asked: Scenario, report: StaffReport): string[] {
  if (args.scenario === undefined || report.intervals.length === 0) return [];
  const set = [...modelSettings(args), ...settingsBetween(asked, report.scenario)];
  return [commandLine(['sojourn', 'run', args.scenario, ...flags({ set })])];
}
