import {
  type Distribution,
  type DistributionSpec,
  distributionOf,
  fromMeanAndScv,
} from '../../distributions/index.js';
import { exp } from '../../numerics/exp.js';
import { log } from '../../numerics/log.js';
import { streamFor } from '../../random/index.js';
import { Moments } from '../inference/moments.js';

/** A law fitted to a sample, and how well. */
export interface Fit {
  readonly law: DistributionSpec;
  /** Largest distance between the two distribution functions (Kolmogorov and Smirnov). */
  readonly distance: number;
}

export interface BestFit extends Fit {
  /** How often a sample of that law itself, fitted anew, lies as far off. */
  readonly p: number;
  /** Of the rest by distance, the nearest first. */
  readonly others: readonly Fit[];
  /** Middles of so many equally likely cells of the sample. */
  readonly quantiles: (cells: number) => number[];
}

type Family = (sample: Float64Array) => DistributionSpec | undefined;

/** So much may the digits of a clock make of equal times. */
const rounding = 1e-5;

/** Each fits itself to a sample, or says that it cannot. */
const families = {
  deterministic: sample =>
    sample[sample.length - 1] - sample[0] <= rounding * sample[0]
      ? { distribution: 'deterministic', value: momentsOf(sample).mean }
      : undefined,
  exponential: sample => ({ distribution: 'exponential', mean: momentsOf(sample).mean }),
  gamma: sample => {
    const { mean, scv = 0 } = momentsOf(sample);
    return scv > 1e-6 ? { distribution: 'gamma', mean, scv } : undefined;
  },
  lognormal: sample => {
    if (!(sample[0] > 0)) return undefined;
    const logs = momentsOf(sample.map(log));
    const sigma = Math.sqrt(logs.variance);
    return sigma > 0 ? { distribution: 'lognormal', median: exp(logs.mean), sigma } : undefined;
  },
  hyperexponential: sample => {
    const { mean, scv = 0 } = momentsOf(sample);
    return scv > 1.05 ? fromMeanAndScv(mean, scv) : undefined;
  },
} satisfies Readonly<Record<string, Family>>;

const bootstraps = 99;
/** A fit that fewer than so many samples of its own law lie as far off from is none. */
export const significance = 0.05;

/** Of a law with fitted parameters: its distance, and how often a sample of it lies as far off. */
export interface Tested {
  readonly distance: number;
  readonly p: number;
}

interface Candidate extends Fit {
  readonly family: Family;
}

/**
 * The exponential law where a test does not turn it away, for theory says most of it; else the law of those above that
 * comes nearest to a sample. The parameters are fitted, so the distance is judged by samples of the fitted law that
 * are fitted in their turn (parametric bootstrap: W. Stute, W. Gonzalez Manteiga and M. Presedo Quindimil,
 * Metrika 40, 1993; from memory).
 * @param sample sorted, seconds, not all 0
 */
export function bestFit(sample: Float64Array): BestFit {
  const fits = Object.values(families).flatMap(family => {
    const fit = fitted(family, sample);
    return fit ? [{ ...fit, family }] : [];
  });
  fits.sort((a, b) => a.distance - b.distance);
  const [nearest] = fits;
  const simplest = fits.find(({ law }) => law.distribution === 'exponential') ?? nearest;
  const simple = pOf(simplest, sample);
  const taken = simple >= significance ? simplest : nearest;
  const p = taken === simplest ? simple : pOf(taken, sample);
  const others = fits.filter(one => one !== taken).map(({ law, distance }) => ({ law, distance }));
  const quantiles = (cells: number) =>
    Array.from({ length: cells }, (_, i) => sample[Math.floor(((i + 0.5) / cells) * sample.length)]);
  return { law: taken.law, distance: taken.distance, p, others, quantiles };
}

/**
 * Whether a sample is of an exponential law, by the same bootstrap.
 * @param sample sorted, seconds, not all 0
 */
export function exponentialTest(sample: Float64Array): Tested {
  const family = families.exponential;
  const fit = { ...(fitted(family, sample) as Fit), family };
  return { distance: fit.distance, p: pOf(fit, sample) };
}

/** How often a sample of the law itself, fitted anew, lies as far off. */
function pOf({ family, law, distance }: Candidate, sample: Float64Array): number {
  const stream = streamFor(1, 'import: bootstrap');
  const drawn = distributionOf(law);
  const again = new Float64Array(sample.length);
  let asFar = 0;
  for (let i = 0; i < bootstraps; i++) {
    drawn.fill(again, stream);
    const off = fitted(family, again.sort())?.distance ?? 0;
    if (off >= distance) asFar++;
  }
  return (1 + asFar) / (1 + bootstraps);
}

function fitted(family: Family, sample: Float64Array): Fit | undefined {
  const law = family(sample);
  return law && { law, distance: distanceOf(sample, distributionOf(law)) };
}

/** Where the law has a step, so does a sample of it: nothing is off just before it. */
function distanceOf(sample: Float64Array, { cdf, kendall }: Distribution): number {
  if (kendall === 'D') return 0;
  const n = sample.length;
  let most = 0;
  for (let i = 0; i < n; i++) {
    const share = cdf(sample[i]);
    most = Math.max(most, (i + 1) / n - share, share - i / n);
  }
  return most;
}

function momentsOf(sample: Float64Array): Moments {
  const moments = new Moments();
  for (const value of sample) moments.add(value);
  return moments;
}
