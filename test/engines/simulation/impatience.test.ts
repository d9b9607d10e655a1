import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import { Deadlines } from '../../../src/engines/simulation/network/deadlines.js';
import { Population } from '../../../src/engines/simulation/network/population.js';
import type { Result } from '../../../src/result/result.js';
import type { DistributionSpec, Scenario } from '../../../src/scenario/type.js';
import { confidence, expectCovered } from './covers.js';
import { poisson, type StationOptions, station } from './station.js';

const run = { confidence, precision: 0.02, stopOn: ['meanWait', 'probabilityOfAbandonment'] };

function impatient(patience: DistributionSpec, options: StationOptions): Scenario {
  const scenario = station({ run, ...options });
  return { ...scenario, classes: { customers: { ...scenario.classes.customers, patience } } };
}

async function answerTo(scenario: Scenario): Promise<Result> {
  const outcome = await simulate(scenario);
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

describe('customers who give up', () => {
  // With theta = mu every customer present leaves at rate mu: the number present is Poisson of mean lambda / mu.
  test('as patient as they are quick to serve: a Poisson number present', async () => {
    const { measures } = await answerTo(
      impatient({ distribution: 'exponential', mean: 1 }, { arrivals: poisson(1) }),
    );
    const idle = Math.exp(-1);
    expectCovered(measures, {
      meanNumberInSystem: 1,
      utilisation: 1 - idle,
      throughput: 1 - idle,
      probabilityOfAbandonment: idle,
      probabilityOfWait: 1 - idle,
      meanNumberInQueue: idle,
      meanWait: idle,
      meanSojourn: 1,
      meanService: 1,
    });
  });

  // Reference values of 50 digits for M/M/10 at 9 customers a mean service, patience twice the mean service or half.
  test('Erlang-A with ten servers', async () => {
    const { measures } = await answerTo(
      impatient({ distribution: 'exponential', mean: 2 }, { arrivals: poisson(9), servers: 10 }),
    );
    expectCovered(measures, {
      probabilityOfWait: 0.4689417044413367,
      probabilityOfAbandonment: 0.0670117154734481,
      meanNumberInQueue: 1.2062108785220658,
      meanWait: 0.1340234309468962,
      throughput: 8.396894560738968,
      utilisation: 0.8396894560738967,
    });
  });

  test('all after the same time', async () => {
    const { measures } = await answerTo(
      impatient({ distribution: 'deterministic', value: 0.5 }, { arrivals: poisson(9), servers: 10 }),
    );
    expectCovered(measures, {
      probabilityOfWait: 0.4782799323234182,
      probabilityOfAbandonment: 0.0638795705478194,
      meanWait: 0.1269422943104115,
      throughput: 8.425083865069626,
    });
  });

  test('keep any queue stable, in any order of service', async () => {
    for (const discipline of ['lcfs', 'siro', 'priority', 'sjf']) {
      const { measures, warnings } = await answerTo(
        impatient(
          { distribution: 'exponential', mean: 1 },
          { arrivals: poisson(3), discipline, run: { ...run, precision: 0.05 } },
        ),
      );
      const gone = measures.probabilityOfAbandonment?.value ?? Number.NaN;
      expect((measures.throughput?.value ?? Number.NaN) / (3 * (1 - gone)), discipline).toBeCloseTo(1, 1);
      expect(warnings, discipline).toEqual([]);
    }
  });

  test('are not known where services are shared or interrupted', async () => {
    const outcome = await simulate(impatient({ distribution: 'exponential', mean: 1 }, { discipline: 'ps' }));
    expect(outcome).toEqual({ answered: false, reason: expect.stringContaining('give up') });
  });
});

test('deadlines come in order, whoever is taken away in between', () => {
  const step = fc.record({
    customer: fc.integer({ min: 0, max: 99 }),
    at: fc.integer({ min: 0, max: 50 }),
    take: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), steps => {
      const population = new Population();
      const deadlines = new Deadlines(population);
      const model = new Map<number, number>();
      for (const { customer, at, take } of steps) {
        if (model.has(customer)) {
          deadlines.remove(customer);
          model.delete(customer);
        } else if (take && model.size > 0) {
          const earliest = Math.min(...model.values());
          expect(population.key[deadlines.first]).toBe(earliest);
          model.delete(deadlines.first);
          deadlines.remove(deadlines.first);
        } else {
          population.key[customer] = at;
          deadlines.add(customer);
          model.set(customer, at);
        }
        expect(deadlines.size).toBe(model.size);
        if (model.size > 0) expect(population.key[deadlines.first]).toBe(Math.min(...model.values()));
      }
    }),
  );
});
