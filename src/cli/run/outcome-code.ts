import type { StudyRun } from '../../study/run-study.js';
import { type ExitCode, exitCode, worstOf } from '../exit-code.js';

const liveCodes = {
  measured: exitCode.done,
  'not-comparable': exitCode.notComparable,
  'broker-lost': exitCode.broker,
  interrupted: exitCode.interrupted,
  unavailable: exitCode.broker,
} as const;

/** The exit code that a study deserves. */
export function outcomeCode({ study, live }: StudyRun, interrupted: boolean): ExitCode {
  const outcomes = study.thresholds.map(threshold => threshold.outcome);
  return worstOf([
    interrupted ? exitCode.interrupted : exitCode.done,
    live ? liveCodes[live.kind] : exitCode.done,
    outcomes.includes('fail') ? exitCode.thresholdFailed : exitCode.done,
    outcomes.includes('inconclusive') ? exitCode.inconclusive : exitCode.done,
    study.results.length === 0 && live === undefined ? exitCode.usage : exitCode.done,
  ]);
}
