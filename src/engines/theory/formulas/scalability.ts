import { ParameterError } from '../../../distributions/contract.js';
import { matrix, solve } from '../../../numerics/matrix.js';
import { fields, list, rate, whole } from '../domain.js';
import { formula } from '../formula.js';

export interface Scalability {
  /** Measured: how many work at once, and what they get through together, per second. */
  readonly points: readonly { readonly workers: number; readonly throughput: number }[];
}

export const scalabilityLaw = formula({
  kendall: 'universal scalability law',
  name: 'what more workers bring, fitted to measurements: contention and coherence',
  exactness: 'approximation',
  assumptions: [
    'one kind of work, measured at three or more numbers of workers',
    'waiting for each other costs a share σ, keeping each other informed a share κ of every pair',
  ],
  formula: 'X(n) = γ n / (1 + σ (n - 1) + κ n (n - 1)), by least squares on n / X(n)',
  breaks: 'Beyond the measured numbers it is an extrapolation: the peak may come earlier, or never.',
  sources: [{ ref: 'gunther2007', at: 'chapter 5' }],
  parameters: { points: list(fields({ workers: whole(1, 1e6), throughput: rate }), 3, 1000) },
  solve: ({ points }: Scalability) => {
    if (new Set(points.map(({ workers }) => workers)).size < 3) {
      throw new ParameterError('points', `${points.length} points`, 'three or more numbers of workers');
    }
    // n / X = (1 + σ (n - 1) + κ n (n - 1)) / γ is linear in three coefficients, none of which can be negative.
    let used = [0, 1, 2];
    let coefficients = leastSquares(points, used);
    for (let left = 2; left > 0; left--) {
      const negative = used.find(term => coefficients[term] < 0 && term > 0);
      if (negative === undefined) break;
      used = used.filter(term => term !== negative);
      coefficients = leastSquares(points, used);
    }
    const [base, contention, coherence] = coefficients;
    if (!(base > 0)) throw new ParameterError('points', 'these throughputs', 'some that grow at first');
    const [sigma, kappa] = [contention / base, coherence / base];
    return {
      /** Throughput of one worker. */
      gamma: 1 / base,
      sigma,
      kappa,
      /** Absent: more workers always bring more, or never. */
      ...(kappa > 0 && sigma < 1 && { peakWorkers: Math.sqrt((1 - sigma) / kappa) }),
    };
  },
});

const terms: readonly ((n: number) => number)[] = [() => 1, n => n - 1, n => n * (n - 1)];

/** By the normal equations, each term and each point scaled to a size of about 1. */
function leastSquares(points: Scalability['points'], used: readonly number[]): number[] {
  const most = Math.max(...points.map(({ workers }) => workers));
  const times = points.map(({ workers, throughput }) => workers / throughput);
  const longest = Math.max(...times);
  const scales = terms.map(term => Math.max(1, term(most)));
  const row = (n: number): number[] => used.map(term => terms[term](n) / scales[term]);
  const rows = points.map(({ workers }) => row(workers));
  const sum = (f: (i: number) => number): number => points.reduce((total, _, i) => total + f(i), 0);
  const found = solve(
    matrix(used.length, used.length, (a, b) => sum(i => rows[i][a] * rows[i][b])),
    matrix(used.length, 1, a => sum(i => (rows[i][a] * times[i]) / longest)),
  );
  const coefficients = terms.map(() => 0);
  used.forEach((term, k) => {
    coefficients[term] = (found.data[k] * longest) / scales[term];
  });
  return coefficients;
}
