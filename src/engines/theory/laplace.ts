import type { Distribution } from '../../distributions/contract.js';
import { add, identity, multiply, rowVector, scale, solve, transpose } from '../../numerics/matrix.js';
import { integral } from '../../numerics/quadrature.js';
import { phasesOf } from './phases/phase-type.js';

/**
 * E e^(-s X) for s > 0, per second: in closed form for deterministic, exponential and Erlang times, by the
 * phases of those that have some, else as s times the integral of e^(-s t) P(X <= t) over t, cut where the law bends.
 */
export function laplace(law: Distribution, s: number): number {
  if (law.kendall === 'D') return Math.exp(-s * law.mean);
  const stages = law.kendall === 'M' ? 1 : Number(/^E(\d+)$/.exec(law.kendall)?.[1]);
  if (stages > 0) return (1 + (s * law.mean) / stages) ** -stages;
  const phases = phasesOf(law);
  if (phases) {
    const { initial, within, exit } = phases;
    const left = add(scale(identity(exit.length), s), within, -1);
    return multiply(rowVector(initial), solve(left, transpose(rowVector(exit)))).data[0];
  }
  const end = 40 / s;
  const cuts = [0, 1e-6, 1e-3, 0.1, 0.5, 0.9, 0.999, 1 - 1e-6, 1 - 1e-12].map(p =>
    Math.min(end, law.quantile(p)),
  );
  const edges = [...new Set([0, ...cuts, end])];
  let sum = 0;
  for (let i = 1; i < edges.length; i++) {
    sum += integral(t => s * Math.exp(-s * t) * law.cdf(t), edges[i - 1], edges[i], 1e-12);
  }
  return sum + Math.exp(-40) * law.cdf(end);
}
