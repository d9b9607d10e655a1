import { pow } from './pow.js';

/** A linear system y' = A(t) y, told by what A(t) does to a vector. */
export interface LinearFlow {
  /** Fills `out` with A(t) y. */
  readonly slope: (t: number, y: Float64Array, out: Float64Array) => void;
  /** Turns y into the solution x of x - step A(t) x = y. */
  readonly backwards: (t: number, step: number, y: Float64Array) => void;
}

/** The share of a step that each stage solves for. */
const share = 1 / 4;
const nodes = [0, 1 / 2, 83 / 250, 31 / 50, 17 / 20, 1];
/** Of the stages before each; the last row holds the weights of the whole step, too. */
const stages = [
  [],
  [1 / 4],
  [8611 / 62_500, -1743 / 31_250],
  [5_012_029 / 34_652_500, -654_441 / 2_922_500, 174_375 / 388_108],
  [
    15_267_082_809 / 155_376_265_600,
    -71_443_401 / 120_774_400,
    730_878_875 / 902_184_768,
    2_285_395 / 8_070_912,
  ],
  [82_889 / 524_892, 0, 15_625 / 83_664, 69_875 / 102_672, -2260 / 8211],
];
/** Of a step of third order by the same stages. */
const beside = [
  4_586_570_599 / 29_645_900_160,
  0,
  178_811_875 / 945_068_544,
  814_220_225 / 1_159_782_912,
  -3_700_637 / 11_593_932,
  61_727 / 225_920,
];
const errors = beside.map((weight, i) => (stages[5][i] ?? share) - weight);

/**
 * y at `end`, from y at `start`, where parts of the system may be very much quicker than what is asked for: the
 * implicit fourth-order pair ARK4(3)6L[2]SA of C. A. Kennedy and M. H. Carpenter, Applied Numerical Mathematics 44 (2003)
 * 139-181, whose steps need not be short to be stable; they keep the estimated error of every component under
 * `tolerance`. For A(t) without jumps.
 *
 * @param first a step to begin with @param seen told y after every step
 * @returns y at the end, the step to go on with, and how many there were; undefined where `mostSteps` do not suffice
 */
export function implicitRunge(
  { slope, backwards }: LinearFlow,
  {
    start,
    end,
    initial,
    tolerance,
    first,
    mostSteps,
    seen,
  }: {
    readonly start: number;
    readonly end: number;
    readonly initial: Float64Array;
    readonly tolerance: number;
    readonly first: number;
    readonly mostSteps: number;
    readonly seen: (y: Float64Array) => void;
  },
): { readonly y: Float64Array<ArrayBuffer>; readonly step: number; readonly steps: number } | undefined {
  const size = initial.length;
  const k = nodes.map(() => new Float64Array(size));
  const [known, at, doubt] = [0, 1, 2].map(() => new Float64Array(size));
  const y = Float64Array.from(initial);
  let [t, next] = [start, first];
  slope(t, y, k[0]);
  for (let steps = 1; steps <= mostSteps; steps++) {
    const step = Math.min(next, end - t);
    for (let stage = 1; stage < nodes.length; stage++) {
      combine(stages[stage], k, known);
      for (let i = 0; i < size; i++) {
        known[i] = y[i] + step * known[i];
        at[i] = known[i];
      }
      backwards(t + nodes[stage] * step, share * step, at);
      const slopes = k[stage];
      for (let i = 0; i < size; i++) slopes[i] = (at[i] - known[i]) / (share * step);
    }
    combine(errors, k, doubt);
    let worst = 0;
    for (let i = 0; i < size; i++) worst = Math.max(worst, Math.abs(step * doubt[i]));
    const factor = Math.min(5, Math.max(0.2, 0.9 * pow(tolerance / Math.max(worst, 1e-300), 0.25)));
    if (worst <= tolerance) {
      y.set(at);
      seen(y);
      k[0].set(k[nodes.length - 1]);
      t = step === end - t ? end : t + step;
      // A step cut short by the end says little of the next.
      if (t >= end) return { y, step: step < next ? Math.max(next, step * factor) : step * factor, steps };
    }
    next = step * factor;
  }
  return undefined;
}

/** The sum of the vectors, each times its weight; a vector at a time, which is several times as quick as a component at a time. */
function combine(weights: readonly number[], vectors: readonly Float64Array[], out: Float64Array): void {
  out.fill(0);
  for (const [j, weight] of weights.entries()) {
    if (weight === 0) continue;
    const vector = vectors[j];
    for (let i = 0; i < out.length; i++) out[i] += weight * vector[i];
  }
}
