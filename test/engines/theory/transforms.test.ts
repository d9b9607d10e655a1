import { describe, expect, test } from 'vitest';
import { distributionOf } from '../../../src/distributions/index.js';
import { queueAfterSlots } from '../../../src/engines/theory/crommelin.js';
import { transformOf } from '../../../src/engines/theory/laws/laplace.js';
import type { DistributionSpec } from '../../../src/scenario/type.js';

const apart = (a: number, b: number): number => Math.abs(a / b - 1);

const laws: readonly DistributionSpec[] = [
  { distribution: 'deterministic', value: 2 },
  { distribution: 'erlang', mean: 2, k: 3 },
  { distribution: 'hyperexponential', mean: 2, scv: 4 },
  { distribution: 'lognormal', mean: 2, scv: 3 },
  { distribution: 'uniform', min: 1, max: 3 },
  { distribution: 'pareto', mean: 2, alpha: 2.5 },
];

describe('transforms at all multiples of a rate are those at each of them', () => {
  test.for(laws)('$distribution', spec => {
    const { at, complement, multiples } = transformOf(distributionOf(spec));
    const rate = 0.01;
    const values = multiples(rate);
    for (let j = 1; j <= 1000; j++) {
      const { value } = values.next();
      expect(apart(value.at, at(j * rate))).toBeLessThan(1e-11);
      expect(apart(value.complement, complement(j * rate))).toBeLessThan(1e-11);
    }
  });
});

test.for([1, 2, 7, 8, 60, 301, 1000])(
  'the queue of M/D/%i is the same slot by slot as by roots, where one takes over from the other',
  servers => {
    const load = Math.max(0.6 * servers, (Math.sqrt(9 + 4 * servers) - 3) ** 2 / 4) * (1 + 1e-13);
    const [slots, roots] = [load * (1 - 2e-13), load].map(each => queueAfterSlots(servers, each));
    expect(apart(roots.probabilityOfWait, slots.probabilityOfWait)).toBeLessThan(1e-9);
    expect(Math.abs(roots.meanQueue - slots.meanQueue)).toBeLessThan(1e-9 * Math.max(1, slots.meanQueue));
    for (let n = 0; n < 5; n++) expect(Math.abs(roots.atMost(n) - slots.atMost(n))).toBeLessThan(1e-10);
  },
);
