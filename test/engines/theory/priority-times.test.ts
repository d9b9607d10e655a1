import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DistributionSpec, distributionOf } from '../../../src/distributions/index.js';
import { predict } from '../../../src/engines/theory/index.js';
import {
  type ComplexTransform,
  complexTransform,
  product,
} from '../../../src/engines/theory/laws/complex-transform.js';
import { timeFrom } from '../../../src/engines/theory/times/from-transform.js';
import {
  interruptedSojournOf,
  type PriorityLevel,
  waitOf,
} from '../../../src/engines/theory/times/priorities.js';
import { parseScenario } from '../../../src/scenario/parse.js';

const source = { ref: 'takacs1964', at: '' } as const;
const transform = (spec: DistributionSpec) =>
  complexTransform(distributionOf(spec)) as NonNullable<ReturnType<typeof complexTransform>>;

const level = (rate: number, spec: DistributionSpec): PriorityLevel => ({
  rate,
  meanService: distributionOf(spec).mean,
  service: transform(spec),
});
const exponential = (mean: number): DistributionSpec => ({ distribution: 'exponential', mean });
const specs: readonly DistributionSpec[] = [
  exponential(1),
  { distribution: 'erlang', mean: 0.7, k: 3 },
  { distribution: 'hyperexponential', mean: 1.2, scv: 4 },
];

const tail = (of: ComplexTransform, atOnce = 0) => {
  const time = timeFrom(of, { mean: 1, atOnce, source });
  return (t: number) => 1 - (time?.cdf(t) as number);
};

describe('waits where no service is interrupted', () => {
  test('of one class alone are those of M/M/1', () => {
    const wait = tail(waitOf([level(0.8, exponential(1))], 0), 0.2);
    for (const t of [0.1, 1, 5, 20]) expect(wait(t)).toBeCloseTo(0.8 * Math.exp(-0.2 * t), 9);
  });

  // ((1 - ρ)(μ + s) + λ_2) / (μ - λ_1 + s): whoever waits does so for an exponential time.
  test('of the more urgent of two exponential classes: P(W > t) = ρ exp(-(μ - λ_1) t)', () => {
    const levels = [level(0.3, exponential(1)), level(0.5, exponential(1))];
    const wait = tail(waitOf(levels, 0), 0.2);
    for (const t of [0, 0.1, 1, 5, 20]) expect(wait(t)).toBeCloseTo(0.8 * Math.exp(-0.7 * t), 9);
  });

  test('nobody is there to go first: a class without arrivals above changes nothing', () => {
    const levels = [level(1e-9, exponential(1)), level(0.8, exponential(1))];
    const wait = tail(waitOf(levels, 1), 0.2);
    for (const t of [0.1, 1, 5]) expect(wait(t)).toBeCloseTo(0.8 * Math.exp(-0.2 * t), 6);
  });
});

test('an interrupted sojourn knows nothing of the less urgent', () => {
  const levels = [level(0.4, exponential(1)), level(0.5, exponential(1.1))];
  const sojourn = tail(interruptedSojournOf(levels, 0, transform(exponential(1))));
  for (const t of [0.1, 1, 5]) expect(sojourn(t)).toBeCloseTo(Math.exp(-0.6 * t), 9);
});

/** -f'(0) from three points of the real line. */
function meanOf(of: ComplexTransform): number {
  const step = 1e-4;
  const [one, two, four] = [1, 2, 4].map(k => (1 - of({ re: k * step, im: 0 }).re) / (k * step));
  return (8 * one - 6 * two + four) / 3;
}

describe('means of the transforms are those of the formulas', () => {
  const cases = fc.record({
    rates: fc.array(fc.double({ min: 0.05, max: 0.3, noNaN: true }), { minLength: 2, maxLength: 3 }),
    laws: fc.array(fc.constantFrom(...specs), { minLength: 3, maxLength: 3 }),
  });

  test('waits, Cobham', () => {
    fc.assert(
      fc.property(cases, ({ rates, laws }) => {
        const levels = rates.map((rate, k) => level(rate, laws[k]));
        const residual = rates.reduce((sum, rate, k) => {
          const { mean, scv } = distributionOf(laws[k]);
          return sum + (rate * mean ** 2 * (1 + scv)) / 2;
        }, 0);
        const upTo = (k: number) =>
          levels.slice(0, k).reduce((sum, { rate, meanService }) => sum + rate * meanService, 0);
        fc.pre(upTo(levels.length) < 0.9);
        for (let k = 0; k < levels.length; k++) {
          const expected = residual / ((1 - upTo(k)) * (1 - upTo(k + 1)));
          expect(meanOf(waitOf(levels, k)) / expected).toBeCloseTo(1, 4);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('a wait and a service are a sojourn', () => {
    const levels = [level(0.2, specs[1]), level(0.3, specs[2])];
    const own = transform(specs[2]);
    expect(meanOf(product(waitOf(levels, 1), own))).toBeCloseTo(meanOf(waitOf(levels, 1)) + 1.2, 4);
  });
});

describe('a scenario', () => {
  const two = (service: string, discipline: string, servers = 1) =>
    parseScenario(`
classes:
  urgent: { arrivals: 0.2/s, priority: 2 }
  patient: { arrivals: 0.4/s, priority: 1 }
stations:
  queue: { servers: ${servers}, service: ${service}, discipline: ${discipline} }
`);
  const answered = (scenario: ReturnType<typeof parseScenario>) => {
    const outcome = predict(scenario);
    if (!outcome.answered) throw new Error(outcome.reason);
    return outcome.result;
  };

  test.each(['priority', 'priority-preemptive'])('has percentiles beside %s', discipline => {
    const result = answered(two('{ distribution: erlang, mean: 1s, k: 2 }', discipline));
    expect(result.sojournQuantiles.map(({ p }) => p)).toContain(0.99);
    const values = result.sojournQuantiles.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    const { urgent, patient } = result.classes ?? {};
    const last = (of: typeof urgent) => of?.sojournQuantiles?.find(({ p }) => p === 0.99)?.value as number;
    expect(last(urgent)).toBeLessThan(last(patient));
  });

  test('several servers of one exponential law wait as one that is as fast, where all are busy', () => {
    const slow = answered(two('2s', 'priority', 2));
    const fast = answered(two('1s', 'priority'));
    const wait = (of: typeof slow) =>
      (of.measures.meanWait?.value as number) / (of.measures.probabilityOfWait?.value as number);
    expect(wait(slow)).toBeCloseTo(wait(fast), 9);
    expect(slow.waitQuantiles.map(({ p }) => p)).toContain(0.99);
  });

  test('says so where the services do not go through phases', () => {
    const result = answered(two('{ distribution: lognormal, mean: 1s, scv: 2 }', 'priority'));
    expect(result.sojournQuantiles).toEqual([]);
    expect(result.warnings.map(({ code }) => code)).toContain('no-percentiles');
  });
});
