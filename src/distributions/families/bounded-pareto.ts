import { firstWhere } from '../../numerics/bisection.js';
import { exp } from '../../numerics/exp.js';
import { log } from '../../numerics/log.js';
import { expm1, log1p } from '../../numerics/near-zero.js';
import { type Distribution, ParameterError } from '../contract.js';
import { family } from '../definition.js';

/** Pareto's law between two ends. */
export const boundedPareto = family(
  {
    name: 'bounded-pareto',
    about: 'The power law of `pareto` cut off at a longest time: every moment is finite.',
    parameters: {
      alpha: { kind: 'number', exclusiveMin: 0, max: 100, about: 'The exponent of the power law.' },
      min: { kind: 'duration', exclusiveMin: 0, about: 'The shortest time.' },
      max: { kind: 'duration', exclusiveMin: 0, about: 'The longest time, above the shortest.' },
      mean: { kind: 'duration', exclusiveMin: 0, about: 'The mean.' },
      scv: { kind: 'number', min: 1e-6, about: 'Squared coefficient of variation.' },
    },
  },
  form => [
    form(['alpha', 'min', 'max'], ({ alpha, min, max }) => {
      if (max > min) return boundedParetoOf(alpha, min, log(max / min));
      throw new ParameterError('max', max, `a duration above min, which is ${min}`);
    }),
    form(['mean', 'scv', 'alpha'], ({ mean, scv, alpha }) => {
      if (!(scvOf(alpha, longestSpan) >= scv)) {
        throw new ParameterError('scv', scv, `at most ${scvOf(alpha, longestSpan)} with alpha = ${alpha}`);
      }
      const span = firstWhere(s => scvOf(alpha, s) >= scv, 0, longestSpan);
      return boundedParetoOf(alpha, mean / moment(alpha, span, 1), span);
    }),
  ],
);

/** The largest ln(max / min) that is tried: third moments stay inside the range of doubles. */
const longestSpan = 200;

/** E (X / min)^r, span = ln(max / min). */
function moment(alpha: number, span: number, r: number): number {
  const s = r - alpha;
  const area = s === 0 ? span : expm1(s * span) / s;
  return (alpha * area) / -expm1(-alpha * span);
}

function scvOf(alpha: number, span: number): number {
  const first = moment(alpha, span, 1);
  return moment(alpha, span, 2) / (first * first) - 1;
}

function boundedParetoOf(alpha: number, min: number, span: number): Distribution {
  /** P(Pareto <= max). */
  const kept = -expm1(-alpha * span);
  const max = min * exp(span);
  const quantile = (p: number): number => Math.min(max, min * exp(-log1p(-p * kept) / alpha));
  return {
    kendall: 'G',
    mean: min * moment(alpha, span, 1),
    scv: scvOf(alpha, span),
    thirdMoment: min * min * min * moment(alpha, span, 3),
    tailIndex: Number.POSITIVE_INFINITY,
    cdf: t => (t >= max ? 1 : t > min ? -expm1(-alpha * log(t / min)) / kept : 0),
    quantile: p => (p > 0 ? quantile(p) : 0),
    fill: (block, stream) => {
      for (let i = 0; i < block.length; i++) block[i] = quantile(stream.uniform());
    },
  };
}
