import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/load.js';
import { runStudy } from '../../src/study/run-study.js';

/** The warnings of theory and a short simulation. */
async function warnings(text: string): Promise<Record<string, string>> {
  const { study } = await runStudy(
    parseScenario(`{ ${text}, run: { maxCustomers: 20000, precision: 10% } }`),
    {
      engines: ['theory', 'simulation'],
      workers: 1,
      command: '',
    },
  );
  return Object.fromEntries(
    study.results.flatMap(({ warnings: told }) =>
      told.map(({ code, message, advice = '' }) => [code, `${message} ${advice}`]),
    ),
  );
}

describe('what people mistake', () => {
  test.each([
    [
      'bursts for a Poisson process',
      'arrivals: { process: on-off, rate: 50/s, meanOn: 1s, meanOff: 3s }, service: 4ms, servers: 1',
      'bursts',
      // M/M/1 at 0.2: 4 ms * 0.2 / 0.8.
      /index of dispersion of .* as many Poisson arrivals would wait 1 ms on average/,
    ],
    [
      'a rate that follows the clock for its mean',
      'arrivals: { process: profile, rates: [120/s, 30/s], durations: [10s, 50s] }, service: 10ms, servers: 1',
      'rate-follows-clock',
      /up to 2\.67 times the mean.* more come than can be served \(120 % of what.*--set run\.duration=60s/,
    ],
    [
      'clients for a rate',
      'clients: 20, think: 100ms, service: 10ms, servers: 1',
      'clients-are-no-rate',
      /20 clients who wait for their answers.* would wait .* on average, these wait/,
    ],
    [
      'the law of the services for something that counts',
      'arrivals: 8/s, service: { mean: 1s, scv: 4 }, servers: 10, capacity: 10',
      'only-the-mean-counts',
      /no room to wait/,
    ],
    [
      'more work than the servers can do for a steady state',
      'arrivals: 120/s, service: 10ms, servers: 1',
      'unstable',
      /grows/,
    ],
    [
      'a load next to saturation for a safe one',
      'arrivals: 96/s, service: 10ms, servers: 1',
      'near-saturation',
      /4\.2 % more load leaves no steady state/,
    ],
    [
      'a run too short for one that tells',
      'arrivals: 90/s, service: 10ms, servers: 1',
      'precision-not-reached',
      /Raise run\.maxCustomers/,
    ],
    [
      'services of infinite variance for ordinary ones',
      'arrivals: 50/s, service: { distribution: pareto, mean: 10ms, alpha: 1.8 }, servers: 1',
      'no-mean-wait',
      /infinite/,
    ],
    [
      'an approximation for the truth',
      'arrivals: { process: renewal, rate: 150/s, scv: 2 }, service: { distribution: lognormal, mean: 10ms, scv: 3 }, servers: 2',
      'approximation',
      /No exact formula covers this station/,
    ],
  ])('%s', async (_, scenario, code, message) => {
    const told = await warnings(scenario);
    expect(Object.keys(told)).toContain(code);
    expect(told[code]).toMatch(message);
  });

  test('a plain queue is warned of nothing', async () => {
    const told = await warnings('arrivals: 50/s, service: 10ms, servers: 1');
    expect(Object.keys(told).filter(code => code !== 'precision-not-reached')).toEqual([]);
  });

  test('nor are bursts that nobody waits for', async () => {
    const calm = 'arrivals: { process: batch, rate: 1/s, size: 2 }, service: 10ms, servers: 50';
    expect(Object.keys(await warnings(calm))).not.toContain('bursts');
  });
});
