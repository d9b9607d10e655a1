import type { Distribution } from '../../../distributions/contract.js';
import { integral } from '../../../numerics/quadrature.js';
import { law, list, whole } from '../domain.js';
import { formula } from '../formula.js';
import { quantileOf } from '../times/quantile.js';

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
    /** That fewer than the quorum are done: chances of 0, 1, ... done, one part after the other. */
    const unfinished = (t: number): number => {
      const done = new Float64Array(quorum);
      done[0] = 1;
      laws.forEach((each, i) => {
        const p = each.cdf(t);
        for (let k = Math.min(i + 1, quorum - 1); k > 0; k--) done[k] = done[k] * (1 - p) + done[k - 1] * p;
        done[0] *= 1 - p;
      });
      return done.reduce((sum, chance) => sum + chance, 0);
    };
    const cdf = (t: number): number => Math.max(0, 1 - unfinished(t));
    const scale = Math.max(...laws.map(({ mean }) => mean));
    // The tails bend where those of the parts do.
    const bends = laws.flatMap(each => levels.map(each.quantile)).filter(t => t > 0 && Number.isFinite(t));
    const edges = thinned(bends.sort((a, b) => a - b));
    let mean = 0;
    for (let i = 1; i < edges.length; i++) {
      const [from, to] = [edges[i - 1], edges[i]];
      const most = unfinished(from) * (to - from);
      // Far out a chance is the small difference of large ones: its digits count beside the sum, not by themselves.
      mean += most === 0 ? 0 : integral(unfinished, from, to, precise * Math.max(1, mean / most));
    }
    return { mean, time: { cdf, quantile: (p: number) => quantileOf(cdf, p, scale) } };
  },
});

const levels = [1e-6, 1e-3, 0.1, 0.5, 0.9, 0.99, 1 - 1e-3, 1 - 1e-6, 1 - 1e-9, 1 - 1e-13];

const precise = 1e-12;

/** Of bends this close to each other one is enough for the quadrature to begin with. */
const apart = 1.1;

const thinned = (sorted: readonly number[]): number[] => {
  const edges = [0];
  for (const [i, bend] of sorted.entries())
    if (i === sorted.length - 1 || bend > apart * edges[edges.length - 1]) edges.push(bend);
  return edges;
};
