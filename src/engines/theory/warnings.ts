import type { Warning } from '../../result/result.js';
import { formatNumber, formatPercent } from '../../units.js';
import type { Answer, StationProblem } from './model.js';
import { loadOf } from './problem.js';

/** From here on a small error in rate or service time changes the wait many times as much. */
const nearSaturation = 0.95;

export function warningsOf(problem: StationProblem, answer: Answer): readonly Warning[] {
  const load = loadOf(problem);
  const warnings: Warning[] = [];
  if (problem.capacity === Number.POSITIVE_INFINITY && load >= nearSaturation) {
    warnings.push({
      code: 'near-saturation',
      message: `At utilisation ${formatNumber(load, 4)} the wait is very sensitive: 1 % of the spare capacity less, and it grows by about 1 %; ${formatPercent(1 / load - 1, 2)} more load leaves no steady state.`,
      advice: 'Expect slow convergence: a simulation or a run must be long to see this mean.',
    });
  }
  if (problem.service.scv === Number.POSITIVE_INFINITY && answer.measures.meanWait === undefined) {
    warnings.push({
      code: 'infinite-mean-wait',
      message: 'The variance of the service times is infinite, and so is the mean wait.',
      advice: 'Bound the service times, or look at percentiles instead of means.',
    });
  }
  if (problem.discipline !== 'fcfs' && !answer.sojourn) {
    warnings.push({
      code: 'order-changes-percentiles',
      message: `Under ${problem.discipline} the means are those of first come first served, but the percentiles are not, so they are left out.`,
    });
  }
  return warnings;
}
