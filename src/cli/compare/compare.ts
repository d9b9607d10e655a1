import { basename } from 'node:path';
import { encodePlan } from '../../report/json.js';
import { renderCompare } from '../../report/plans/compare.js';
import { loadScenario } from '../../scenario/load.js';
import { runCompare } from '../../study/run-compare.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { interruptible } from '../interrupt.js';
import { coloured, print } from '../output.js';
import { planProgress } from '../planning/progress.js';
import { Problem } from '../problem.js';
import { checkedWorkers } from '../run/settings.js';
import type { CompareArguments } from './arguments.js';

/** `sojourn compare`: two files, or one file and the same with changes. */
export async function compare(args: CompareArguments): Promise<ExitCode> {
  const { first: path, second: other, set, seed, precision, json } = args;
  const workers = checkedWorkers(args.workers);
  if (other === undefined && set.length === 0)
    throw new Problem(
      `nothing to compare ${path} with: expected a second scenario, or changes of the first such as --set servers=5`,
    );
  const common = [
    ...(seed === undefined ? [] : [`run.seed=${seed}`]),
    ...(precision === undefined ? [] : [`run.precision=${precision}`]),
  ];
  const first = loadScenario(path, { set: common });
  const second = loadScenario(other ?? path, { set: [...common, ...set] });
  const { signal, dispose } = interruptible();
  const report = await runCompare(first, second, {
    workers,
    signal,
    ...planProgress('comparing'),
    command: commandLine([
      ...['sojourn', 'compare', path, ...(other === undefined ? [] : [other])],
      ...flags({ set, seed, precision }),
    ]),
  }).finally(dispose);
  if (json) print(encodePlan(report));
  else {
    const look = { colour: coloured(process.stdout), width: process.stdout.columns ?? 120, next: [] };
    print(renderCompare(report, { ...look, names: names(path, other, set) }));
  }
  if (signal.aborted) return exitCode.interrupted;
  return report.outcome === 'decided' ? exitCode.done : exitCode.inconclusive;
}

/** What tells the two apart: the files, or the changes. */
function names(path: string, other: string | undefined, set: readonly string[]): [string, string] {
  const short = (file: string) => basename(file).replace(/\.(ya?ml|json)$/i, '');
  if (other === undefined) return ['as it is', set.join(', ')];
  const [a, b] = [short(path), short(other)];
  return [a === b ? path : a, [a === b ? other : b, ...set].join(', ')];
}
