import { type Distribution, ParameterError } from '../contract.js';
import { family } from '../definition.js';
import { scvFrom } from '../variance.js';
import { branchAt, cumulative, firstAtLeast } from '../weights.js';

/** Values that were measured, drawn again. */
export const empirical = family(
  {
    name: 'empirical',
    about: 'Measured times, each drawn again as often as it was seen.',
    parameters: {
      values: { kind: 'durations', min: 0, about: 'The times.' },
      weights: {
        kind: 'numbers',
        min: 0,
        about: 'How often each was seen, in any unit. Absent: equally often.',
      },
    },
  },
  form => [
    form(['values'], ({ values }) =>
      empiricalOf(
        values,
        values.map(() => 1),
      ),
    ),
    form(['values', 'weights'], ({ values, weights }) => empiricalOf(values, weights)),
  ],
);

function empiricalOf(values: readonly number[], weights: readonly number[]): Distribution {
  if (weights.length !== values.length) {
    throw new ParameterError('weights', weights, `${values.length} of them, one for each value`);
  }
  const seen = values.map((value, i) => ({ value, weight: weights[i] })).filter(({ weight }) => weight > 0);
  if (seen.length === 0) throw new ParameterError('weights', weights, 'one above 0');
  seen.sort((a, b) => a.value - b.value);
  const times = Float64Array.from(seen, ({ value }) => value);
  const sums = cumulative(seen.map(({ weight }) => weight));
  const total = seen.reduce((sum, { weight }) => sum + weight, 0);
  const average = (of: (time: number) => number): number =>
    seen.reduce((sum, { value, weight }) => sum + (weight / total) * of(value), 0);
  const mean = average(t => t);
  const variance = average(t => (t - mean) * (t - mean));
  return {
    kendall: times[0] === times[times.length - 1] ? 'D' : 'G',
    mean,
    scv: scvFrom(mean, variance),
    thirdMoment: average(t => t * t * t),
    tailIndex: Number.POSITIVE_INFINITY,
    cdf: t => (t < times[0] ? 0 : sums[branchAt(times, t) - (t < times[times.length - 1] ? 1 : 0)]),
    quantile: p => (p > 0 ? times[firstAtLeast(sums, p)] : 0),
    fill: (block, stream) => {
      for (let i = 0; i < block.length; i++) block[i] = times[branchAt(sums, stream.uniform())];
    },
  };
}
