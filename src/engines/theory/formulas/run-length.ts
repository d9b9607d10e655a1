import { normalCdf } from '../../../numerics/normal-law.js';
import { rootIn } from '../../../numerics/root.js';
import type { Domain } from '../domain.js';
import { formula } from '../formula.js';

export interface RunLength {
  readonly utilisation: number;
  /** Relative half-width. */
  readonly precision: number;
  /** Level of the interval. */
  readonly confidence: number;
}

const utilisation: Domain = {
  kind: 'number',
  expected: 'a number from 1e-9 to 0.999999',
  least: 1e-9,
  most: 0.999999,
};
const precision: Domain = { kind: 'number', expected: 'a number from 1e-6 to 1', least: 1e-6, most: 1 };
const confidence: Domain = {
  kind: 'number',
  expected: 'a number from 0.5 to 0.9999',
  least: 0.5,
  most: 0.9999,
};

/**
 * How long one must watch an M/M/1 to know its mean number present: the time average over t service times has
 * the variance 2 ρ (1 + ρ) / ((1 - ρ)^4 t).
 */
export const runLength = formula({
  kendall: 'M/M/1 run length',
  name: 'how many arrivals a simulation or a measurement must see to know the mean number in an M/M/1',
  exactness: 'approximation',
  assumptions: [
    'M/M/1 in its steady state from the first arrival on',
    'a run so long that its average is nearly normal: an interval from the data needs two or three times as much',
  ],
  formula: 'arrivals = 2 (1 + ρ) z² / ((1 - ρ)² h²)',
  breaks:
    'Services or arrivals that vary more need more in proportion to the sum of their scvs; a start from empty needs a warm-up besides.',
  sources: [{ ref: 'whitt1989', at: 'asymptotic variance of the number in M/M/1' }],
  parameters: { utilisation, precision, confidence },
  solve: ({ utilisation: load, precision: h, confidence: level }: RunLength) => {
    const z = rootIn(x => 2 * normalCdf(x) - 1 - level, 0, 10);
    const arrivals = (2 * (1 + load) * z ** 2) / ((1 - load) ** 2 * h ** 2);
    return { arrivals, serviceTimes: arrivals / load };
  },
});
