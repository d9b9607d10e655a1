import type { Estimate } from '../../result/result.js';
import type { HighestRate } from '../../study/run-bench.js';
import { formatCount, formatRate } from '../../units.js';
import { formatEstimate } from '../content/estimate.js';
import { measureLabel } from '../content/measure-label.js';
import { grid } from '../terminal/grid.js';

/** What was found for each broker, beside what the model says. */
export function highestRateTable(found: readonly HighestRate[]): string[] {
  if (found.length === 0) return [];
  return grid({
    head: ['broker', 'highest rate that holds', 'does not hold at', 'by the model', 'tries'],
    rows: found.map(({ broker, met, missed, model, tries }) => [
      broker,
      rateOr(met, 'none'),
      rateOr(missed, 'none'),
      `${rateOr(model?.met, 'none')}${model?.by === 'simulation' ? ' (simulated)' : ''}`,
      formatCount(tries.length),
    ]),
    aligns: ['left', 'right', 'right', 'right', 'right'],
    gap: 3,
  });
}

const outcomes = {
  met: 'holds',
  missed: 'missed',
  growing: 'the queue grows',
  'not-comparable': 'not comparable',
  ended: 'ended early',
} as const;

/** Why a search ended before it was done. */
export function rateProblems(found: readonly HighestRate[]): string[] {
  return found.flatMap(({ broker, tries }) =>
    tries.flatMap(({ rate, problem }) =>
      problem === undefined ? [] : [`! ${broker}: the search ended at ${formatRate(rate)}: ${problem}`],
    ),
  );
}

/** Every rate that was tried, from the lowest to the highest. */
export function rateTriesTable(found: readonly HighestRate[]): string[] {
  const targets = [...new Set(found.flatMap(one => one.targets))];
  const rows = found.flatMap(({ broker, tries }) =>
    [...tries]
      .sort((a, b) => a.rate - b.rate)
      .map(({ rate, outcome, messages, values }) => [
        broker,
        formatRate(rate),
        ...targets.map(text => (text in values ? shown(values[text]) : '-')),
        outcomes[outcome],
        formatCount(messages),
      ]),
  );
  if (rows.length === 0) return [];
  return grid({
    head: ['broker', 'rate', ...targets, 'outcome', 'messages'],
    rows,
    aligns: ['left', 'right', ...targets.map(() => 'right' as const), 'left', 'right'],
    gap: 3,
  });
}

const rateOr = (rate: number | undefined, otherwise: string): string =>
  rate === undefined ? otherwise : formatRate(rate);

const shown = ({ measure, estimate }: { measure: string; estimate: Estimate }): string =>
  formatEstimate(measureLabel(measure).unit, estimate);
