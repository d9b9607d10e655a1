import { renderHighestLoad } from '../../report/plans/highest-load.js';
import { runHighestLoad } from '../../study/run-highest-load.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { searched, showPlan } from '../planning/answered.js';
import { growthOf } from '../planning/growth.js';
import { scenarioOf, serversFlag } from '../planning/model.js';
import type { ModelArguments } from '../planning/model-flags.js';
import { planProgress } from '../planning/progress.js';
import { type TargetArguments, targetsOf, withTargets } from '../planning/targets.js';
import { Problem } from '../problem.js';
import { checkedWorkers } from '../run/settings.js';

/** What `sojourn highest-load` was told. */
export interface HighestLoadArguments extends ModelArguments, TargetArguments {
  readonly servers?: string;
  readonly station?: string;
  readonly growth?: string;
}

/** `sojourn highest-load` */
export async function highestLoad(args: HighestLoadArguments): Promise<ExitCode> {
  const workers = checkedWorkers(args.workers);
  const { scenario: file, arrivals, service, scv, capacity, servers, set, seed, station } = args;
  if (file === undefined && servers === undefined)
    throw new Problem('how many servers? Give --servers 12, or a scenario that says');
  const scenario = withTargets(scenarioOf(args, serversFlag(servers)), targetsOf(args));
  const growth = growthOf(args.growth);
  const { wait, sojourn, loss, utilisation, abandonment } = args;
  const report = await searched(signal =>
    runHighestLoad(
      scenario,
      { ...(station !== undefined && { station }), ...(growth && { growth }) },
      {
        workers,
        signal,
        ...planProgress('looking for the highest load'),
        command: commandLine([
          ...['sojourn', 'highest-load', ...(file === undefined ? [] : [file])],
          ...flags({ arrivals, service, scv, capacity, servers, set, seed }),
          ...flags({ wait, sojourn, loss, utilisation, abandonment, station, growth: args.growth }),
        ]),
      },
    ),
  );
  if (report === undefined) return exitCode.interrupted;
  showPlan(report, args.json, look => renderHighestLoad(report, look));
  return report.outcome === 'met' ? exitCode.done : exitCode.thresholdFailed;
}
