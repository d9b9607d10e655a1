import { estimateOf } from '../result/estimate-of.js';
import type { Estimate, Result } from '../result/result.js';
import { durationScale, formatCount, formatDuration, formatNumber } from '../units.js';

/** Whose word counts first: an exact formula, then the simulation, then an approximation. */
const rank = ({ engine }: Result, mean: Estimate): number =>
  engine === 'simulation' ? 1 : mean.kind === 'exact' ? 0 : 2;

/** How long customers stay, by whoever knows it best of those who were asked; nothing where nobody does. */
export function answerInWords(results: readonly Result[]): string[] {
  const [best] = results
    .flatMap(result => {
      const mean = result.measures.meanSojourn;
      return mean && (result.engine === 'theory' || result.engine === 'simulation') ? [{ result, mean }] : [];
    })
    .sort((a, b) => rank(a.result, a.mean) - rank(b.result, b.mean));
  if (best === undefined) return [];
  const { result, mean } = best;
  const late = estimateOf(result, 'p99Sojourn');
  return [
    `Customers stay ${inWords(mean)} on average${late ? `, 99 of 100 no longer than ${inWords(late)}` : ''}${source(result, mean)}.`,
  ];
}

function inWords(estimate: Estimate): string {
  const value = formatDuration(estimate.value);
  if (estimate.kind !== 'sampled' || !(estimate.high > estimate.low)) return value;
  const { divisor, suffix } = durationScale(estimate.value);
  const [low, high] = [estimate.low, estimate.high].map(end => formatNumber(end / divisor));
  return `${value} (${low} to ${high}${suffix})`;
}

function source({ engine, model, customers = 0 }: Result, { kind }: Estimate): string {
  if (engine === 'simulation') return `, by simulation of ${formatCount(customers, 2)} customers`;
  return ` (${[model, kind === 'exact' ? 'exact' : 'an approximation'].filter(Boolean).join(', ')})`;
}
