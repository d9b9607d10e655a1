import { describe, expect, it } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../../src/distributions/index.js';
import {
  multipleVacations,
  nPolicy,
  setUp,
  singleVacation,
} from '../../../src/engines/theory/formulas/idle-server.js';
import type { TimeDistribution } from '../../../src/engines/theory/model.js';

const law = (spec: DistributionSpec) => distributionOf(spec);
const services: Readonly<Record<string, DistributionSpec>> = {
  exponential: { distribution: 'exponential', mean: 1 },
  constant: { distribution: 'deterministic', value: 1 },
  gamma: { distribution: 'gamma', mean: 1, scv: 0.4 },
};
const others: Readonly<Record<string, DistributionSpec>> = {
  exponential: { distribution: 'exponential', mean: 2 },
  constant: { distribution: 'deterministic', value: 2 },
  uniform: { distribution: 'uniform', min: 0, max: 3 },
};
const pairs = Object.keys(services).flatMap(a => Object.keys(others).map(b => [a, b] as const));

/** By Gauss's rule of two points, on panels between which laws may leap. */
function meanOf({ cdf }: TimeDistribution): number {
  let sum = 0;
  const [half, node] = [0.25, 0.25 / Math.sqrt(3)];
  for (let middle = half; middle < 40; middle += 2 * half)
    sum += half * (2 - cdf(middle - node) - cdf(middle + node));
  return sum;
}

interface Found {
  readonly meanWait: number;
  readonly meanSojourn: number;
  readonly probabilityOfWait: number;
  readonly wait?: TimeDistribution;
  readonly sojourn?: TimeDistribution;
}

function agrees({ wait, sojourn, ...found }: Found): void {
  expect(1 - wait!.cdf(0)).toBeCloseTo(found.probabilityOfWait, 9);
  expect(Math.abs(meanOf(wait!) / found.meanWait - 1)).toBeLessThan(1e-3);
  expect(Math.abs(meanOf(sojourn!) / found.meanSojourn - 1)).toBeLessThan(1e-3);
}

describe('the laws of the times have the means of the formulas', () => {
  it.each(pairs)('%s services, %s vacations and set-ups', (of, other) => {
    const given = { arrivalRate: 0.5, service: law(services[of]) };
    agrees(multipleVacations.solve({ ...given, vacation: law(others[other]) }));
    agrees(singleVacation.solve({ ...given, vacation: law(others[other]) }));
    agrees(setUp.solve({ ...given, setup: law(others[other]), off: 0.6 }));
  });

  it.each(['exponential', 'gamma'])('%s services that begin with several customers', of => {
    for (const threshold of [2, 7])
      agrees(nPolicy.solve({ arrivalRate: 0.5, service: law(services[of]), threshold }));
  });
});

it('with exponential services a vacation of exponential length makes the sojourn a sum of two exponential times', () => {
  const { sojourn } = multipleVacations.solve({
    arrivalRate: 0.5,
    service: law(services.exponential),
    vacation: law({ distribution: 'exponential', mean: 1 }),
  });
  // Of rates μ - λ = 1/2 and 1: P(> t) = 2 e^(-t/2) - e^-t.
  for (const t of [0.3, 2, 9, 30])
    expect(1 - sojourn!.cdf(t)).toBeCloseTo(2 * Math.exp(-t / 2) - Math.exp(-t), 8);
});

it('a server that waits for two: who comes first waits for the second, who then waits for one service', () => {
  const { wait } = nPolicy.solve({ arrivalRate: 1e-3, service: law(services.exponential), threshold: 2 });
  // Hardly anybody comes while it works.
  for (const t of [1, 500, 2000])
    expect(1 - wait!.cdf(t)).toBeCloseTo((Math.exp(-t / 1000) + Math.exp(-t)) / 2, 2);
});

it('beyond what can be followed the law is left out, the means are not', () => {
  const found = nPolicy.solve({ arrivalRate: 0.5, service: law(services.constant), threshold: 3 });
  expect(found).not.toHaveProperty('wait');
  expect(found.meanWait).toBeGreaterThan(2);
});
