import { prepareOutput } from '../../report/files.js';
import { renderDrain } from '../../report/plans/drain.js';
import { writeDrain } from '../../report/plans/write-drain.js';
import { withoutBacklog } from '../../scenario/backlog/without-backlog.js';
import { type DrainReport, runDrain } from '../../study/run-drain.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { interruptible } from '../interrupt.js';
import { sayWritten, showPlan } from '../planning/answered.js';
import { scenarioOf, serversFlag } from '../planning/model.js';
import { planProgress } from '../planning/progress.js';
import { certaintyOf, positive, upsetOf } from '../planning/upset.js';
import { Problem } from '../problem.js';
import { checkedWorkers } from '../run/settings.js';
import type { DrainArguments } from './arguments.js';

const codes: Readonly<Record<DrainReport['outcome'], ExitCode>> = {
  drains: exitCode.done,
  met: exitCode.done,
  never: exitCode.thresholdFailed,
  inconclusive: exitCode.inconclusive,
};

/** `sojourn drain` */
export async function drain(args: DrainArguments): Promise<ExitCode> {
  const workers = checkedWorkers(args.workers);
  const deadline = args.deadline === undefined ? undefined : positive('deadline', args.deadline);
  const certainty = certaintyOf(args.certainty);
  if (args.scenario === undefined && args.servers === undefined && deadline === undefined)
    throw new Problem(
      'how many servers? Give --servers 12, or --deadline 15min to find out how many keep it',
    );
  const { scenario, waiting } = withoutBacklog(scenarioOf(args, serversFlag(args.servers)));
  const upset = upsetOf(args, waiting);
  if (args.out !== undefined) await prepareOutput(scenario.name, args.out);
  const { signal, dispose } = interruptible();
  const report = await runDrain(
    scenario,
    { upset, certainty, ...(deadline !== undefined && { deadline }) },
    {
      workers,
      signal,
      ...planProgress('recovering'),
      command: commandLine(['sojourn', 'drain', ...words(args)]),
    },
  ).finally(dispose);
  showPlan(report, args.json, look => renderDrain(report, { ...look, next: [] }));
  if (args.out !== undefined) sayWritten(await writeDrain(report, args.out, args.charts));
  return signal.aborted ? exitCode.interrupted : codes[report.outcome];
}

function words(args: DrainArguments): string[] {
  const { scenario, arrivals, service, scv, servers, set, seed } = args;
  const { backlog, pause, spike, for: lasting, deadline, certainty } = args;
  const model = { arrivals, service, scv, servers, set, seed };
  const asked = { backlog, pause, spike, for: lasting, deadline, certainty: deadline && certainty };
  return [...(scenario === undefined ? [] : [scenario]), ...flags({ ...model, ...asked })];
}
