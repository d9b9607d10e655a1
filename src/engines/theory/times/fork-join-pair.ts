import { poissonProbability } from '../../../numerics/poisson.js';
import type { Source, TimeDistribution } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { fromCdf } from './simple.js';

/** Above it the two queues have too many states for half a second. */
export const mostLoadOfPair = 0.9;

const nothing = 1e-9;
const mostSweeps = 10_000;
const relaxation = 1.2;

/**
 * The law of the sojourn of a job that is done when both of its tasks are, each at an exponential server of its own.
 * Given the tasks i and j that it finds there, its own end after i + 1 and j + 1 services, independent of one another, so
 * P(T > t) = 2 exp(-(μ - λ) t) - Σ π_ij P(N <= i) P(N <= j), N Poisson of μt. (Worked out here, with the π of the source's
 * two queues by numbers; the source has their generating function.)
 *
 * @param load at most `mostLoadOfPair`
 */
export function forkJoinPairSojourn(
  load: number,
  meanService: number,
  meanSojourn: number,
  source: Source,
): TimeDistribution {
  let known: Joint | undefined;
  const both = (mean: number): number => {
    known ??= jointNumbers(load);
    const { chances, size } = known;
    const later = new Float64Array(size);
    for (let i = 0, sum = 0; i < size; i++) {
      sum += poissonProbability(i, mean);
      later[i] = Math.min(1, sum);
    }
    let total = 0;
    for (let i = 0; i < size; i++) {
      let row = 0;
      for (let j = 0, at = placeOf(known, i, 0); j < size; j++, at++) row += chances[at] * later[j];
      total += row * later[i];
    }
    return total;
  };
  const tail = (t: number): number => 2 * Math.exp((-(1 - load) * t) / meanService) - both(t / meanService);
  return fromCdf(t => 1 - tail(t), meanSojourn, source);
}

interface Joint {
  /** Row by row, in a square with a margin of zeros around it. */
  readonly chances: Float64Array;
  readonly size: number;
}

/**
 * Stationary chances of the numbers in two queues into which each arrival puts one task, by Gauss-Seidel sweeps, over-relaxed,
 * forwards and backwards in turn. Each queue alone is M/M/1: after each sweep rows and columns are weighted to those sums.
 */
export function jointNumbers(load: number): Joint {
  const size = 2 + Math.ceil(Math.log(nothing) / Math.log(load));
  const width = size + 2;
  const sums = Float64Array.from({ length: size }, (_, i) => (1 - load) * load ** i);
  const chances = new Float64Array(width * width);
  const joint = { chances, size };
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) chances[placeOf(joint, i, j)] = sums[i] * sums[j];
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    const change = swept(joint, load, sweep % 2 === 1);
    balanced(joint, sums);
    if (change < nothing) return joint;
  }
  throw new NotCovered('the numbers in the two queues did not settle');
}

const placeOf = ({ size }: Joint, i: number, j: number): number => (i + 1) * (size + 2) + j + 1;

/** One step of each state, in units of the service rate, and of its mirror image; how much they change together. */
function swept(joint: Joint, load: number, upwards: boolean): number {
  const { chances: p, size } = joint;
  const width = size + 2;
  const shares = [1 / load, 1 / (load + 1), 1 / (load + 2)];
  let change = 0;
  for (let row = 0; row < size; row++) {
    const i = upwards ? row : size - 1 - row;
    for (let column = 0; column <= i; column++) {
      const j = upwards ? column : i - column;
      const at = placeOf(joint, i, j);
      const flow = p[at + width] + p[at + 1] + load * p[at - width - 1];
      const step = flow * shares[Number(i > 0) + Number(j > 0)] - p[at];
      change += i === j ? Math.abs(step) : 2 * Math.abs(step);
      p[at] = Math.max(0, p[at] + relaxation * step);
      p[placeOf(joint, j, i)] = p[at];
    }
  }
  return change;
}

function balanced(joint: Joint, sums: Float64Array): void {
  const { chances: p, size } = joint;
  const weights = sums.map((sum, i) => {
    let row = 0;
    for (let j = 0, at = placeOf(joint, i, 0); j < size; j++, at++) row += p[at];
    return row > 0 ? Math.sqrt(sum / row) : 1;
  });
  for (let i = 0; i < size; i++)
    for (let j = 0, at = placeOf(joint, i, 0); j < size; j++, at++) p[at] *= weights[i] * weights[j];
}
