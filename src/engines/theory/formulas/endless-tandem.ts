import { matrix, sumOf } from '../../../numerics/matrix.js';
import { rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import { solveQbd } from '../phases/qbd.js';
import type { TandemPair } from './blocking-line.js';

/** What the pair passes on when it never lacks work: a chain on those beyond the first service. */
function saturated({ first, second, buffer }: Omit<TandemPair, 'arrivalRate' | 'capacity'>): number {
  const ratio = first / second;
  const places = buffer + 2;
  let sum = 0;
  // Weights of 1 .. places from the likelier end, over the weight of all.
  for (let k = 0; k < places; k++) sum += Math.min(ratio, 1 / ratio) ** k;
  const other = Math.min(ratio, 1 / ratio) ** places;
  return ratio <= 1 ? (first * sum) / (sum + other) : (second * sum) / (sum + other);
}

export const endlessTandem = formula({
  kendall: 'M/M/1 to M/1 with blocking',
  name: 'two exponential stations with little room between, and no limit before the first',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'independent exponential service times',
    'blocking after service',
    'unlimited queue before the first station',
  ],
  formula: 'a quasi-birth-death process: level the first station, phase the second, or "first blocked"',
  breaks: 'Steadier services block less than it says.',
  sources: [
    { ref: 'hunt1956', at: 'finite queues in sequence' },
    { ref: 'neuts1981', at: 'chapter 5, tandem queues' },
  ],
  parameters: { arrivalRate: rate, first: rate, second: rate, buffer: whole(0, 60) },
  load: (pair: Omit<TandemPair, 'capacity'>) => pair.arrivalRate / saturated(pair),
  solve: ({ arrivalRate, first: mu1, second: mu2, buffer }: Omit<TandemPair, 'capacity'>) => {
    const full = buffer + 1;
    const blocked = full + 1;
    const seconds = full + 1;
    const phases = blocked + 1;
    const down = (i: number, j: number): number => {
      if (i === blocked) return j === full ? mu2 : 0;
      return i < full && j === i + 1 ? mu1 : 0;
    };
    const within = (i: number, j: number): number => {
      if (i === full && j === blocked) return mu1;
      return i >= 1 && i <= full && j === i - 1 ? mu2 : 0;
    };
    const local = matrix(phases, phases, within);
    for (let i = 0; i < phases; i++) {
      local.data[i * phases + i] = -arrivalRate - (i < blocked ? mu1 : 0) - (i > 0 ? mu2 : 0);
    }
    const solution = solveQbd({
      boundary: [
        {
          up: matrix(seconds, phases, (i, j) => (i === j ? arrivalRate : 0)),
          local: matrix(seconds, seconds, (i, j) =>
            i === j ? -arrivalRate - (i > 0 ? mu2 : 0) : j === i - 1 ? mu2 : 0,
          ),
          down: matrix(1, 1),
        },
      ],
      repeating: {
        up: matrix(phases, phases, (i, j) => (i === j ? arrivalRate : 0)),
        local,
        down: matrix(phases, phases, down),
      },
      firstDown: matrix(phases, seconds, down),
    });
    const { boundary, beyond } = solution;
    const meanAtFirst = sumOf(beyond.data) + solution.meanExcess;
    const atSecond = (row: Float64Array): number => row.reduce((sum, p, i) => sum + p * Math.min(i, full), 0);
    const meanAtSecond = atSecond(boundary[0].data) + atSecond(beyond.data);
    return {
      throughput: arrivalRate,
      meanAtFirst,
      meanAtSecond,
      probabilityFirstBlocked: beyond.data[blocked],
      meanSojourn: (meanAtFirst + meanAtSecond) / arrivalRate,
    };
  },
});
