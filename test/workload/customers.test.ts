import { describe, expect, test } from 'vitest';
import type { SingleStation } from '../../src/scenario/single-station.js';
import type { ArrivalSpec, DistributionSpec } from '../../src/scenario/type.js';
import { blockSize, Customers, firstCustomers } from '../../src/workload/customers.js';

const arrivals: ArrivalSpec = { process: 'poisson', rate: 70 };
const service: DistributionSpec = { distribution: 'exponential', mean: 0.02 };
const single = (law: DistributionSpec): SingleStation => ({
  className: 'customers',
  stationName: 'queue',
  arrivals,
  service: law,
  servers: 1,
  discipline: 'fcfs',
});
const first = (count: number, seed = 1, replication = 0, law = service) =>
  firstCustomers(new Customers(single(law), seed, replication), count);

describe('the customers', () => {
  test('come in order of time', () => {
    const { arrivals: times } = first(3 * blockSize + 7);
    expect(times.every((time, i) => time >= (times[i - 1] ?? 0))).toBe(true);
  });

  test('are the same however many are asked for', () => {
    const many = first(3 * blockSize);
    const few = first(blockSize + 5);
    expect(few.arrivals).toEqual(many.arrivals.subarray(0, blockSize + 5));
    expect(few.services).toEqual(many.services.subarray(0, blockSize + 5));
  });

  test('of another seed or replication are others', () => {
    for (const other of [first(10, 2), first(10, 1, 1)]) {
      expect(other.arrivals[0]).not.toBe(first(10).arrivals[0]);
      expect(other.services[0]).not.toBe(first(10).services[0]);
    }
  });

  test('arrive at the same times when only the service law changes', () => {
    expect(first(500, 1, 0, { distribution: 'erlang', mean: 0.02, k: 4 }).arrivals).toEqual(
      first(500).arrivals,
    );
  });

  test('have services that do not follow their arrivals', () => {
    const { arrivals: times, services } = first(20_000);
    const gaps = times.map((time, i) => time - (times[i - 1] ?? 0));
    expect(Math.abs(correlation(gaps, services))).toBeLessThan(4 / Math.sqrt(20_000));
  });
});

function correlation(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const covariance = mean(x.map((value, i) => (value - mx) * (y[i] - my)));
  return (
    covariance / Math.sqrt(mean(x.map(value => (value - mx) ** 2)) * mean(y.map(value => (value - my) ** 2)))
  );
}
