import { prepareOutput } from '../../report/files.js';
import { renderStaff } from '../../report/plans/staff.js';
import { writeStaff } from '../../report/plans/write-staff.js';
import { settingsBetween } from '../../scenario/text/settings-between.js';
import type { Scenario } from '../../scenario/type.js';
import { runStaff, type StaffReport } from '../../study/run-staff.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { sayWritten, searched, showPlan } from '../planning/answered.js';
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
  const report = await searched(signal =>
    runStaff(
      scenario,
      { ...(every !== undefined && { every }) },
      {
        workers,
        signal,
        ...planProgress('looking for the servers of each interval'),
        command: commandLine(['sojourn', 'staff', ...words(args)]),
      },
    ),
  );
  if (report === undefined) return exitCode.interrupted;
  showPlan(report, args.json, look =>
    renderStaff(report, { ...look, next: nextCommands(args, scenario, report) }),
  );
  if (args.out !== undefined) sayWritten(await writeStaff(report, args.out, args.charts));
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
