import { basename, dirname, resolve } from 'node:path';
import { isStudyFile, readStudy } from '../../report/index.js';
import { renderCompare } from '../../report/plans/compare.js';
import { loadScenario } from '../../scenario/load.js';
import { type CompareReport, compareStudies, runCompare, StudiesProblem } from '../../study/run-compare.js';
import { commandLine, flags } from '../command-line.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { interruptible } from '../interrupt.js';
import { showPlan } from '../planning/answered.js';
import { planProgress } from '../planning/progress.js';
import { Problem } from '../problem.js';
import { checkedWorkers } from '../run/settings.js';
import { settingFlags } from '../setting-flags.js';
import type { CompareArguments } from './arguments.js';

/** `sojourn compare`: two files, or one file and the same with changes. */
export async function compare(args: CompareArguments): Promise<ExitCode> {
  const { first: path, second: other, set, seed, precision, json } = args;
  if (isStudyFile(path) || (other !== undefined && isStudyFile(other))) return compareRuns(args);
  const workers = checkedWorkers(args.workers);
  if (other === undefined && set.length === 0)
    throw new Problem(
      `nothing to compare ${path} with: expected a second scenario, or changes of the first such as --set servers=5`,
    );
  const common = settingFlags(args, 'seed', 'precision');
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
  const code = tell(report, json, names(path, other, set));
  return signal.aborted ? exitCode.interrupted : code;
}

/** Two runs on real queues, as `run` wrote them down. */
function compareRuns({ first, second, set, seed, precision, json }: CompareArguments): ExitCode {
  const paths = [first, second ?? ''] as const;
  const scenario = paths.find(path => !isStudyFile(path));
  if (scenario !== undefined)
    throw new Problem(
      scenario === ''
        ? `${first} is a study: expected a second study.json to compare its measured run with`
        : `${scenario} is no study while the other file is one: expected two study.json files, or two scenarios`,
    );
  const idle = Object.entries({ set: set.length > 0, seed, precision }).find(([, value]) => value);
  if (idle) throw new Problem(`--${idle[0]} changes nothing of runs that are over: leave it out`);
  try {
    const studies = [readStudy(paths[0]), readStudy(paths[1])] as const;
    const report = compareStudies(studies, paths, commandLine(['sojourn', 'compare', ...paths]));
    return tell(report, json, runNames(paths));
  } catch (error) {
    throw error instanceof StudiesProblem ? new Problem(error.message) : error;
  }
}

function tell(report: CompareReport, json: boolean, called: readonly [string, string]): ExitCode {
  showPlan(report, json, look => renderCompare(report, { ...look, next: [], names: called }));
  return report.outcome === 'decided' ? exitCode.done : exitCode.inconclusive;
}

/** The folders of the studies, which bear the scenarios' names; the paths where those are the same. */
function runNames(paths: readonly [string, string]): [string, string] {
  const [a, b] = paths.map(path => basename(dirname(resolve(path))));
  return a === b ? [...paths] : [a, b];
}

/** What tells the two apart: the files, or the changes. */
function names(path: string, other: string | undefined, set: readonly string[]): [string, string] {
  const short = (file: string) => basename(file).replace(/\.(ya?ml|json)$/i, '');
  if (other === undefined) return ['as it is', set.join(', ')];
  const [a, b] = [short(path), short(other)];
  return [a === b ? path : a, [a === b ? other : b, ...set].join(', ')];
}
