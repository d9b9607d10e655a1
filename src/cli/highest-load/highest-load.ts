import { encodePlan } from '../../report/json.js';
import { renderHighestLoad } from '../../report/plans/highest-load.js';
import { runHighestLoad } from '../../study/run-highest-load.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { interruptible } from '../interrupt.js';
import { coloured, print, show } from '../output.js';
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
  const { signal, dispose } = interruptible();
  const report = await runHighestLoad(
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
  )
    .catch(error => {
      // Half a search has no answer.
      if (signal.aborted) return undefined;
      throw error;
    })
    .finally(dispose);
  if (report === undefined || signal.aborted) return exitCode.interrupted;
  if (args.json) print(encodePlan(report));
  else
    show(
      renderHighestLoad(report, { colour: coloured(process.stdout), width: process.stdout.columns ?? 120 }),
    );
  return report.outcome === 'met' ? exitCode.done : exitCode.thresholdFailed;
}
