import { estimateOf } from '../result/estimate-of.js';
import type { EngineName, Estimate, Result } from '../result/result.js';
import type { Threshold } from '../scenario/type.js';
import type { ThresholdOutcome } from './study.js';

/** What is judged, the best evidence first: what was measured, then exact theory, simulation, approximations. */
const order: readonly [EngineName, (estimate: Estimate) => boolean][] = [
  ['live', () => true],
  ['theory', estimate => estimate.kind === 'exact'],
  ['simulation', () => true],
  ['theory', () => true],
];

/** Passes or fails when the whole interval lies on one side of the limit; otherwise, or untold, inconclusive. */
export function judgeThreshold(threshold: Threshold, results: readonly Result[]): ThresholdOutcome {
  for (const [engine, accepts] of order) {
    const result = results.find(candidate => candidate.engine === engine && isWhole(candidate));
    const value = result && estimateOf(result, threshold.measure);
    if (value === undefined || !accepts(value)) continue;
    return { text: threshold.text, outcome: outcomeOf(value, threshold), engine, value };
  }
  return { text: threshold.text, outcome: unstable(threshold, results) ? 'fail' : 'inconclusive' };
}

/** A live run that failed its checks, or did not come to its end, judges nothing. */
const isWhole = ({ live }: Result): boolean =>
  live === undefined || (!live.partial && live.checks.every(check => check.passed));

function outcomeOf(value: Estimate, { comparison, limit }: Threshold): ThresholdOutcome['outcome'] {
  const holds = (x: number): boolean =>
    comparison === '<'
      ? x < limit
      : comparison === '<='
        ? x <= limit
        : comparison === '>'
          ? x > limit
          : x >= limit;
  const ends = value.kind === 'sampled' ? [value.low, value.high] : [value.value];
  if (ends.every(holds)) return 'pass';
  return ends.some(holds) ? 'inconclusive' : 'fail';
}

/** A queue that grows without end meets no upper limit on a time or a number. */
function unstable(threshold: Threshold, results: readonly Result[]): boolean {
  const grows = results.some(result => result.warnings.some(warning => warning.code === 'unstable'));
  return grows && threshold.comparison.startsWith('<');
}
