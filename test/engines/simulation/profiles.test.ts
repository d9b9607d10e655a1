import { expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { confidence, expectCovered } from './covers.js';

/** Long-run averages of M(t)/M/1/K by stepping its equations through the cycle until it repeats itself. */
function periodicQueue(rateAt: (time: number) => number, cycle: number, capacity: number) {
  const step = 1e-3;
  const flow = (p: readonly number[], rate: number): number[] =>
    p.map((here, n) => {
      const [from, to] = [n > 0 ? rate * p[n - 1] : 0, n < capacity ? p[n + 1] : 0];
      return from + to - here * ((n < capacity ? rate : 0) + (n > 0 ? 1 : 0));
    });
  const plus = (p: readonly number[], d: readonly number[], h: number) =>
    p.map((value, n) => value + h * d[n]);
  let p: readonly number[] = Array.from({ length: capacity + 1 }, (_, n) => (n === 0 ? 1 : 0));
  let [number, lost, come] = [0, 0, 0];
  const cycles = 12;
  for (let i = 0; i < (cycles * cycle) / step; i++) {
    const time = (i * step) % cycle;
    const middle = rateAt(time + step / 2);
    // The midpoint rule, for rates that jump at multiples of the step.
    p = plus(p, flow(plus(p, flow(p, middle), step / 2), middle), step);
    if (i < ((cycles - 1) * cycle) / step) continue;
    number += (p.reduce((sum, share, n) => sum + n * share, 0) * step) / cycle;
    come += middle * step;
    lost += middle * p[capacity] * step;
  }
  return { meanNumberInSystem: number, probabilityOfLoss: lost / come };
}

const scenario = (arrivals: string) => `
arrivals: ${arrivals}
service: 1s
servers: 1
capacity: 8
run: { confidence: ${confidence}, precision: 3%, stopOn: [meanNumberInSystem, probabilityOfLoss] }
`;

test.each([
  [
    '{ process: profile, rates: [1.6/s, 0.2/s], durations: [4s, 6s] }',
    10,
    (time: number) => (time < 4 ? 1.6 : 0.2),
  ],
  [
    '{ process: sinusoidal, rate: 0.8/s, amplitude: 75%, period: 16s }',
    16,
    (time: number) => 0.8 * (1 + 0.75 * Math.sin((2 * Math.PI * time) / 16)),
  ],
])('long-run averages of %s hold those of its equations', async (arrivals, cycle, rateAt) => {
  const answer = await simulate(parseScenario(scenario(arrivals)));
  if (!answer.answered) throw new Error(answer.reason);
  expectCovered(answer.result.measures, periodicQueue(rateAt, cycle, 8));
});

test('says how many customers whole cycles take where the budget is smaller', async () => {
  const hourly = `{ process: profile, hourly: [${Array.from({ length: 24 }, () => '100/s').join(', ')}] }`;
  const answer = await simulate(parseScenario(`{ arrivals: ${hourly}, service: 1ms, servers: 1 }`));
  expect(answer).toEqual({
    answered: false,
    reason: expect.stringMatching(/24 h.*1700 million.*run\.maxCustomers/),
  });
});
