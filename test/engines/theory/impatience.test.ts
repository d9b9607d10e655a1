import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../../src/distributions/index.js';
import { impatientStation } from '../../../src/engines/theory/formulas/impatience.js';
import { models } from '../../../src/engines/theory/index.js';
import { problem } from './problems.js';

const mmc = models.find(({ kendall }) => kendall === 'M/M/c')!;
const near = (found: number, expected: number, slack: number) =>
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThan(slack * expected);

it.each<[string, DistributionSpec, number]>([
  ['exponential', { distribution: 'exponential', mean: 0.7 }, 1.3],
  ['constant', { distribution: 'deterministic', value: 0.4 }, 0.9],
  ['uniform', { distribution: 'uniform', min: 0.2, max: 3 }, 1.1],
])('the law of the sojourn has the mean of Little’s law for %s patience', (_, patience, load) => {
  const [servers, meanService] = [3, 2];
  const arrivalRate = (load * servers) / meanService;
  const law = distributionOf(patience);
  const found = impatientStation.solve({ arrivalRate, meanService, servers, patience: law });
  let sum = 0;
  // Midpoints, between which all three laws bend and leap.
  for (let t = 0.005; t < 60; t += 0.01) sum += 0.01 * (1 - found.sojourn.cdf(t));
  near(sum, found.meanNumberInSystem / arrivalRate, 1e-5);
});

it('who has endless patience stays as long as in M/M/c', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 0.9, noNaN: true }),
      fc.integer({ min: 1, max: 30 }),
      (rho, servers) => {
        const patience = distributionOf({ distribution: 'exponential', mean: 1e12 });
        const found = impatientStation.solve({
          arrivalRate: rho * servers,
          meanService: 1,
          servers,
          patience,
        });
        const { sojourn } = mmc.solve(problem(rho * servers, 1, servers));
        for (const p of [0.1, 0.5, 0.99, 0.9999]) near(found.sojourn.quantile(p), sojourn!.quantile(p), 1e-7);
      },
    ),
    { seed: 7, numRuns: 30 },
  );
});

it('who has hardly any patience stays for the service, or not at all', () => {
  // Erlang's loss system M/M/2/2 at a load of 1: one in five gives up.
  const patience = distributionOf({ distribution: 'exponential', mean: 1e-9 });
  const { sojourn } = impatientStation.solve({ arrivalRate: 1, meanService: 1, servers: 2, patience });
  near(1 - sojourn.cdf(1), 0.8 * Math.exp(-1), 1e-6);
});
