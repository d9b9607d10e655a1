import { prepareOutput } from '../../report/files.js';
import { renderTune } from '../../report/plans/tune.js';
import { writeTune } from '../../report/plans/write-tune.js';
import { loadScenario } from '../../scenario/load.js';
import type { Scenario } from '../../scenario/type.js';
import { autoscaledStation, runTune, type TuneReport } from '../../study/run-tune.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { say } from '../output.js';
import { sayWritten, searched, showPlan } from '../planning/answered.js';
import { axesOf, cellsOf } from '../planning/cells.js';
import { targetsOf, withTargets } from '../planning/targets.js';
import { checkedWorkers } from '../run/settings.js';
import { settingFlags } from '../setting-flags.js';
import type { TuneArguments } from './arguments.js';
import { usualAxes } from './usual-axes.js';

const codes: Readonly<Record<TuneReport['outcome'], ExitCode>> = {
  met: exitCode.done,
  impossible: exitCode.thresholdFailed,
  inconclusive: exitCode.inconclusive,
};

/** `sojourn tune` */
export async function tune(args: TuneArguments): Promise<ExitCode> {
  const workers = checkedWorkers(args.workers);
  const set = [...args.set, ...settingFlags(args, 'seed')];
  const targets = targetsOf(args);
  const scenario = withTargets(loadScenario(args.scenario, { set }), targets);
  const vary = args.vary.length > 0 ? args.vary : axesAround(scenario, args.station);
  const axes = axesOf(vary);
  const cells = cellsOf(args.scenario, axes, vary, set).map(cell => ({
    ...cell,
    scenario: withTargets(cell.scenario, targets),
  }));
  if (args.out !== undefined) await prepareOutput(scenario.name, args.out);
  const report = await searched(signal =>
    runTune(
      scenario,
      {
        axes,
        cells,
        ...(args.station !== undefined && { station: args.station }),
        onCell: (done, total) => {
          if (process.stderr.isTTY) say(`${done} of ${total} settings`);
        },
      },
      { workers, signal, command: commandLine(['sojourn', 'tune', args.scenario, ...words(args)]) },
    ),
  );
  if (report === undefined) return exitCode.interrupted;
  showPlan(report, args.json, look => renderTune(report, { ...look, next: nextCommands(args, report) }));
  if (args.out !== undefined) sayWritten(await writeTune(report, args.out, args.charts));
  return codes[report.outcome];
}

/** What to vary where nobody says. */
function axesAround(scenario: Scenario, asked: string | undefined): string[] {
  const name = autoscaledStation(scenario, asked);
  const path = Object.keys(scenario.stations).length === 1 ? '' : `stations.${name}.`;
  const { autoscaling } = scenario.stations[name];
  return autoscaling === undefined ? [] : usualAxes(autoscaling, `${path}autoscaling`);
}

const words = (args: TuneArguments): string[] => {
  const { vary, set, seed, wait, sojourn, loss, utilisation, abandonment, station } = args;
  return flags({ vary, set, seed, wait, sojourn, loss, utilisation, abandonment, station });
};

/** A run of the setting found, with its servers over time. */
function nextCommands({ scenario, set }: TuneArguments, { table, best }: TuneReport): string[] {
  if (best === undefined) return [];
  const found = Object.entries(table[best].at).map(([path, value]) => `${path}=${value}`);
  return [commandLine(['sojourn', 'run', scenario, ...flags({ set: [...set, ...found] })])];
}
