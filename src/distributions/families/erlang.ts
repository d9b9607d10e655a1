import { gammaP } from '../../numerics/incomplete-gamma.js';
import { gamma, type Stream, exponential as standardExponential } from '../../random/index.js';
import { type Distribution, mostPhases, type Phases } from '../contract.js';
import { family } from '../definition.js';
import { inverseOf } from '../inverse.js';

/** The sum of k independent exponential times of one mean. */
export const erlang = family(
  {
    name: 'erlang',
    about: 'The sum of k independent exponential phases of one mean: scv = 1/k.',
    parameters: {
      k: { kind: 'integer', min: 1, max: 1e6, about: 'How many phases.' },
      mean: { kind: 'duration', exclusiveMin: 0, about: 'The mean of the whole.' },
      rate: { kind: 'rate', exclusiveMin: 0, about: 'The rate of each phase: mean = k / rate.' },
    },
  },
  form => [
    form(['mean', 'k'], ({ mean, k }) => erlangOf(mean, k)),
    form(['rate', 'k'], ({ rate, k }) => erlangOf(k / rate, k)),
  ],
);

/** Beyond so many phases one gamma number is quicker than their sum. */
const mostSummed = 2;

/** The Erlang distribution of this mean, seconds, with k phases. */
export function erlangOf(mean: number, k: number): Distribution {
  const phase = mean / k;
  const cdf = (t: number): number => (t > 0 ? gammaP(k, t / phase) : 0);
  return {
    kendall: k === 1 ? 'M' : `E${k}`,
    mean,
    scv: 1 / k,
    thirdMoment: phase * phase * phase * k * (k + 1) * (k + 2),
    tailIndex: Number.POSITIVE_INFINITY,
    cdf,
    quantile: inverseOf(cdf, mean),
    ...(k <= mostPhases && { phases: inARow(k, phase) }),
    fill: k <= mostSummed ? fillWithSums : fillWithGammas,
  };

  function fillWithSums(block: Float64Array, stream: Stream): void {
    for (let i = 0; i < block.length; i++) {
      let sum = 0;
      for (let j = 0; j < k; j++) sum += standardExponential(stream);
      block[i] = phase * sum;
    }
  }

  function fillWithGammas(block: Float64Array, stream: Stream): void {
    for (let i = 0; i < block.length; i++) block[i] = phase * gamma(k, stream);
  }
}

function inARow(k: number, mean: number): Phases {
  const phases = Array.from({ length: k }, (_, i) => i);
  return {
    initial: phases.map(i => (i === 0 ? 1 : 0)),
    means: phases.map(() => mean),
    transitions: phases.map(i => phases.map(j => (j === i + 1 ? 1 : 0))),
  };
}
