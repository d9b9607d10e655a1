import type { Distribution } from '../../../distributions/contract.js';
import { integral } from '../../../numerics/quadrature.js';
import { law, list, whole } from '../domain.js';
import { formula } from '../formula.js';
import { quantileOf } from '../quantile.js';

export interface Parts {
  readonly laws: readonly Distribution[];
  /** How many must be done. */
  readonly number: number;
}

export const orderStatistic = formula({
  kendall: 'M/G/∞ fork-join',
  name: 'a job is done when so many of its parts are, each served at once',
  exactness: 'exact',
  assumptions: [
    'each part has a server of its own and waits for nobody',
    'independent service times of any law, by part',
  ],
  formula: 'P(T ≤ t) is the chance that at least k of independent events of chances F_i(t) happen',
  breaks: 'Parts that wait in queues wait at the same time as others of their job: see fork-join.',
  sources: [{ ref: 'harchol2013', at: 'order statistics' }],
  parameters: { laws: list(law, 1, 1000), number: whole(1, 1000) },
  solve: ({ laws, number }: Parts) => {
    const quorum = Math.min(number, laws.length);
    const cdf = (t: number): number => {
      // Chances of 0, 1, ... done, one part after the other.
      const done = new Float64Array(laws.length + 1);
      done[0] = 1;
      laws.forEach((each, i) => {
        const p = each.cdf(t);
        for (let k = i + 1; k > 0; k--) done[k] = done[k] * (1 - p) + done[k - 1] * p;
        done[0] *= 1 - p;
      });
      return done.subarray(quorum).reduce((sum, chance) => sum + chance, 0);
    };
    const scale = Math.max(...laws.map(({ mean }) => mean));
    // The tails bend where those of the parts do.
    const bends = laws.flatMap(each => levels.map(each.quantile)).filter(t => t > 0 && Number.isFinite(t));
    const edges = [0, ...new Set(bends.sort((a, b) => a - b))];
    let mean = 0;
    for (let i = 1; i < edges.length; i++) mean += integral(t => 1 - cdf(t), edges[i - 1], edges[i]);
    return { mean, time: { cdf, quantile: (p: number) => quantileOf(cdf, p, scale) } };
  },
});

const levels = [1e-6, 1e-3, 0.1, 0.5, 0.9, 0.99, 1 - 1e-3, 1 - 1e-6, 1 - 1e-9, 1 - 1e-13];
