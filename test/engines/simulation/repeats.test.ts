import { describe, expect, test } from 'vitest';
import { distributionOf } from '../../../src/distributions/index.js';
import { timeServed } from '../../../src/engines/simulation/repeated-load.js';
import { answerTo } from './answer.js';
import { departuresOf } from './by-hand.js';
import { expectCovered } from './covers.js';

const two = (service: string, interrupted: string) => `
classes: { urgent: { arrivals: 0.3/s, priority: 1 }, usual: { arrivals: 0.25/s } }
stations:
  desk:
    servers: 1
    service: { urgent: 1s, usual: ${service} }
    discipline: { discipline: priority-preemptive${interrupted} }
routes: { arrive: desk }
run: { precision: 8%, stopOn: [meanSojourn] }
`;

/** First two moments of the time that the urgent class keeps the server once it has it: a busy period of M/M/1. */
const busy = { mean: 1 / 0.7, second: 2 / 0.7 ** 3 };

/**
 * Mean sojourn of the usual class, from the moments of the time from the start of a service to its end: an M/G/1 queue
 * with such services, who find the server with the urgent class while none of their own are there as often as it is.
 */
function sojourn(completion: { mean: number; second: number }): number {
  const load = 0.25 * completion.mean;
  return (
    completion.mean +
    (0.25 * completion.second) / (2 * (1 - load)) +
    (0.3 * busy.second) / (2 * (1 + 0.3 * busy.mean))
  );
}

describe('interrupted services that begin anew', () => {
  test('drawn anew an exponential service loses nothing: the same as if it went on', async () => {
    const { classes = {}, measures } = await answerTo(two('1s', ', interrupted: resample'));
    const resumed = { mean: busy.mean, second: 2 * busy.mean ** 2 + 0.3 * busy.second };
    expectCovered(classes.usual.measures, { meanSojourn: sojourn(resumed) });
    expectCovered(classes.urgent.measures, { meanSojourn: busy.mean });
    expectCovered(measures, { utilisation: 0.55 });
  });

  // Of a service of 1.5 s, an interruption comes before its end with probability 1 - e^-0.45, and until it does the time
  // is exponential, cut off; then the urgent class has the server for a busy period.
  test('the same again, of 1.5 s: completion times by their moments', async () => {
    const d = 1.5;
    const { classes = {}, measures } = await answerTo(
      two(`{ distribution: deterministic, value: ${d}s }`, ', interrupted: restart'),
    );
    const success = Math.exp(-0.3 * d);
    const inVain = 1 / 0.3 - (d * success) / (1 - success);
    const inVainSquared = (2 / 0.09 - success * (d * d + (2 * d) / 0.3 + 2 / 0.09)) / (1 - success);
    const times = { mean: (1 - success) / success, second: 0 };
    times.second = times.mean + 2 * times.mean ** 2;
    const once = inVain + busy.mean;
    const variance = inVainSquared - inVain ** 2 + busy.second - busy.mean ** 2;
    const completion = {
      mean: times.mean * once + d,
      second: times.mean * variance + times.second * once ** 2 + 2 * d * times.mean * once + d * d,
    };
    expect(completion.mean).toBeCloseTo(((Math.exp(0.45) - 1) / 0.3) * (1 + 0.3 * busy.mean), 12);
    expectCovered(classes.usual.measures, { meanSojourn: sojourn(completion) });
    const wasted = 0.25 * times.mean * inVain;
    expectCovered(measures, {
      wastedWork: wasted,
      utilisation: 0.3 + 0.25 * d + wasted,
      attemptRate: 0.55 + 0.25 * times.mean,
    });
  });

  test('more than the server can do, lost work counted in: the queue grows without end', async () => {
    const { warnings } = await answerTo(
      two('{ distribution: deterministic, value: 2.3s }', ', interrupted: restart'),
    );
    expect(warnings.map(({ code }) => code)).toContain('unstable');
    const resumed = await answerTo(two('{ distribution: deterministic, value: 2.3s }', ''));
    expect(resumed.warnings.map(({ code }) => code)).not.toContain('unstable');
  });

  test('the time served is that of the transform', () => {
    const exponential = distributionOf({ distribution: 'exponential', mean: 2 });
    expect(timeServed(exponential, 0.2, 'resample')).toBeCloseTo(2, 2);
    expect(timeServed(exponential, 0.2, 'restart')).toBeCloseTo((1 / (1 - 0.4) - 1) / 0.2, 1);
    expect(timeServed(exponential, 0.6, 'restart')).toBe(Number.POSITIVE_INFINITY);
    const constant = distributionOf({ distribution: 'deterministic', value: 2 });
    expect(timeServed(constant, 0.5, 'restart')).toBeCloseTo((Math.E - 1) / 0.5, 9);
    expect(timeServed(constant, 0.5, 'resample')).toBeCloseTo((Math.E - 1) / 0.5, 9);
  });
});

// Usual work of 5 s begins at 0 and is interrupted at 2 and at 8 by urgent work of 3 s.
test('by hand: goes on, or begins anew', () => {
  const text = (interrupted: string) => `
classes: { urgent: { arrivals: 1/s, priority: 1 }, usual: { arrivals: 1/s } }
stations:
  desk:
    servers: 1
    service:
      urgent: { distribution: deterministic, value: 3s }
      usual: { distribution: deterministic, value: 5s }
    discipline: { discipline: priority-preemptive${interrupted} }
routes: { arrive: desk }`;
  const times = { usual: [0], urgent: [2, 8] };
  // It has had 2 s when it goes on at 5, so it is done at 8, before the other comes in.
  expect(departuresOf(text(''), times)).toEqual(['urgent@2 5', 'usual@0 8', 'urgent@8 11']);
  // It begins anew at 5, has had 3 s at 8, and begins anew at 11.
  for (const kind of ['restart', 'resample'])
    expect(departuresOf(text(`, interrupted: ${kind}`), times)).toEqual([
      'urgent@2 5',
      'urgent@8 11',
      'usual@0 16',
    ]);
});
