import type { TimeDistribution } from '../../../src/engines/theory/model.js';

/** The integral of P(T > t) times f(t) by Simpson's rule in the root of t, to a time beyond which next to nothing is left. */
function integral({ cdf }: TimeDistribution, end: number, f: (t: number) => number): number {
  const steps = 1000;
  const step = Math.sqrt(end) / steps;
  let sum = 0;
  for (let i = 1; i <= steps; i++) {
    const root = i * step;
    sum += (i === steps ? 1 : i % 2 ? 4 : 2) * 2 * root * f(root * root) * (1 - cdf(root * root));
  }
  return (sum * step) / 3;
}

export const meanOf = (law: TimeDistribution, end: number): number => integral(law, end, () => 1);
export const secondMomentOf = (law: TimeDistribution, end: number): number => integral(law, end, t => 2 * t);
