import { exponentialOf } from '../../distributions/families/exponential.js';
import { distributionOf } from '../../distributions/index.js';
import { log1p } from '../../numerics/near-zero.js';
import { exponential, type Stream } from '../../random/index.js';
import { batches } from '../batches.js';
import type { ArrivalProcess } from '../contract.js';
import { processKind } from '../kind.js';
import { renewalProcess } from '../renewal-process.js';

/** Customers who come in groups. */
export const batch = processKind(
  {
    name: 'batch',
    about: 'Groups of customers that arrive at once; the groups come independently of each other.',
    parameters: {
      rate: { kind: 'rate', exclusiveMin: 0, about: 'Customers per unit of time, over all groups.' },
      batchRate: { kind: 'rate', exclusiveMin: 0, about: 'Groups per unit of time.' },
      size: { kind: 'integer', min: 1, max: 1e6, about: 'Customers in every group.' },
      meanSize: {
        kind: 'number',
        min: 1,
        max: 1e6,
        about: 'Mean number of customers in a group: a geometric number of 1 or more.',
      },
    },
  },
  form => [
    form(['rate', 'size'], ({ rate, size }) => fixed(rate, size)),
    form(['rate', 'meanSize'], ({ rate, meanSize }) => geometric(rate, meanSize)),
    form(['batchRate', 'size'], ({ batchRate, size }) => fixed(batchRate * size, size)),
    form(['batchRate', 'meanSize'], ({ batchRate, meanSize }) => geometric(batchRate * meanSize, meanSize)),
  ],
);

const single = (rate: number): ArrivalProcess => renewalProcess(exponentialOf(1 / rate));

const fixed = (rate: number, size: number): ArrivalProcess =>
  size === 1
    ? single(rate)
    : batches(rate, {
        mean: size,
        secondMoment: size * size,
        law: { kind: 'fixed', size },
        draw: () => size,
      });

function geometric(rate: number, mean: number): ArrivalProcess {
  if (mean === 1) return single(rate);
  // P(E >= n c) = (1 - 1/mean)^n for an exponential E of mean 1.
  const c = -log1p(-1 / mean);
  const size = {
    mean,
    secondMoment: mean * (2 * mean - 1),
    law: { kind: 'geometric' as const, meanSize: mean },
    draw: (stream: Stream) => 1 + Math.floor(exponential(stream) / c),
  };
  const interarrival = distributionOf({
    distribution: 'mixture',
    probabilities: [1 - 1 / mean, 1 / mean],
    of: [
      { distribution: 'deterministic', value: 0 },
      { distribution: 'exponential', mean: mean / rate },
    ],
  });
  return batches(rate, size, interarrival);
}
