import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../src/distributions/index.js';
import { type Answer, models, type StationProblem } from '../../../src/engines/theory/index.js';
import { type OracleCase, oracle, problem } from './problems.js';

/** Reference values computed elsewhere with 50 digits; |x - expected| <= abs + rel |expected|. */
function check(cases: readonly OracleCase[], read: (c: OracleCase) => StationProblem, kendall?: string) {
  for (const c of cases) {
    it(c.id, () => {
      const stated = read(c);
      const model = models.find(m => (kendall ? m.kendall === kendall : m.covers(stated) === true));
      if (model === undefined) throw new Error('no model');
      const answer = model.solve(stated);
      let compared = 0;
      for (const [metric, expected] of Object.entries(c.expect)) {
        const value = metricOf(answer, metric);
        if (value === undefined) continue;
        compared++;
        const allowed = c.tolerance.abs + c.tolerance.rel * Math.abs(expected);
        expect(Math.abs(value - expected), `${metric}: ${value}, expected ${expected}`).toBeLessThanOrEqual(
          allowed,
        );
      }
      expect(compared).toBeGreaterThan(0);
    });
  }
}

const measureOf = {
  rho: 'utilisation',
  pWait: 'probabilityOfWait',
  pBlock: 'probabilityOfLoss',
  L: 'meanNumberInSystem',
  Lq: 'meanNumberInQueue',
  W: 'meanSojourn',
  Wq: 'meanWait',
  throughput: 'throughput',
} as const;

function metricOf(answer: Answer, metric: string): number | undefined {
  if (metric in measureOf) return answer.measures[measureOf[metric as keyof typeof measureOf]]?.value;
  const percentile = /^(wq|w)_p(\d+)$/.exec(metric);
  if (!percentile) return undefined;
  const law = percentile[1] === 'w' ? answer.sojourn : answer.wait;
  return law?.quantile(Number(`0.${percentile[2]}`));
}

const markovian = ({ params }: OracleCase): StationProblem =>
  problem(params.lambda, 1 / (params.mu ?? 1), params.c ?? 1, params.K && { capacity: params.K });

const service = (given: Record<string, number | number[] | string>) => {
  const { type, probs, ...parameters } = given;
  return distributionOf({
    distribution: String(type),
    ...(probs && { probabilities: probs }),
    ...parameters,
  });
};

describe('M/M/1 and M/M/c', () => check(oracle('mmc'), markovian));
describe('M/M/c by the general formula', () => check(oracle('mmc'), markovian, 'M/M/c'));
describe('M/M/c/K', () => check(oracle('mmck'), markovian));
describe('M/M/∞', () =>
  check(oracle('mminf'), ({ params }) => problem(params.lambda, 1 / params.mu, Number.POSITIVE_INFINITY)));
describe('Erlang B', () =>
  check(
    oracle('erlang-b').filter(({ params }) => params.c > 0),
    ({ params }) => problem(params.lambda, 1 / params.mu, params.c, { capacity: params.c }),
    'M/G/c/c',
  ));
describe('M/G/1', () =>
  check(
    oracle('mg1').filter(({ params }) =>
      ['deterministic', 'exponential', 'erlang', 'hyperexponential'].includes(params.service.type),
    ),
    ({ params }) => problem(params.lambda, 1, 1, { service: service(params.service) }),
    'M/G/1',
  ));
