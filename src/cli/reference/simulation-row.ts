import type { ReferenceCase, SimulatedComparison, SimulationJudgement } from '../../study/reference.js';
import { formatNumber } from '../../units.js';

type Told = Exclude<SimulationJudgement, { outcome: 'unsupported' }>;

/** One line for a case: the outcome, every value that failed or stayed open, and else the widest interval. */
export function simulationRow({ id }: ReferenceCase, { outcome, comparisons, untold }: Told): string {
  if (comparisons.length === 0)
    return `${outcome.padEnd(12)} ${id}: the limit ended it before it had anything to report`;
  const odd = comparisons.filter(comparison => comparison.outcome !== 'passed');
  const widest = [...comparisons].sort((a, b) => width(b) - width(a)).slice(0, 1);
  const values = (odd.length > 0 ? odd : widest).map(inWords).join('; ');
  const missing = untold.length > 0 ? `; not simulated: ${untold.join(', ')}` : '';
  return `${outcome.padEnd(12)} ${id} (${comparisons.length} values): ${values}${missing}`;
}

const width = ({ value, low, high }: SimulatedComparison): number => (high - low) / Math.abs(value || 1);

const inWords = ({ metric, value, expected, low, high }: SimulatedComparison): string =>
  `${metric} ${formatNumber(value, 4)} (${formatNumber(low, 4)} to ${formatNumber(high, 4)}), expected ${formatNumber(expected, 6)}`;
