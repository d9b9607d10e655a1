import { expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import { Ledger } from '../../../src/engines/simulation/ledger.js';
import { booksOf, shapesOf } from '../../../src/engines/simulation/network/books.js';
import { NetworkRun } from '../../../src/engines/simulation/network/network-run.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { answerTo } from './answer.js';

/** P(n) of M/M/c/K by the weights of its birth and death process. */
function weights(load: number, servers: number, capacity: number): number[] {
  const all = [1];
  for (let n = 1; n <= capacity; n++) all.push((all[n - 1] * load) / Math.min(n, servers));
  const sum = all.reduce((total, weight) => total + weight, 0);
  return all.map(weight => weight / sum);
}

test('the shares of the time of M/M/3/5, each with an interval, sum to 1', async () => {
  const { states = [] } = await answerTo(
    '{ arrivals: 2.4/s, service: 1s, servers: 3, capacity: 5, run: { states: 5, precision: 2%, stopOn: [meanSojourn] } }',
  );
  const exact = weights(2.4, 3, 5);
  expect(states.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5]);
  for (const state of states) {
    if (state.kind !== 'sampled') throw new Error('not simulated');
    expect(state.low, `P(${state.number})`).toBeLessThanOrEqual(exact[state.number]);
    expect(state.high, `P(${state.number})`).toBeGreaterThanOrEqual(exact[state.number]);
    expect(state.halfWidth).toBeLessThan(0.1 * state.value);
    expect(state.effectiveSamples).toBeGreaterThan(1000);
  }
  expect(states.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 10);
});

test('who gives up, comes again or is turned away is counted until then, and a shared station too', async () => {
  const impatient = await answerTo(
    '{ classes: { callers: { arrivals: 3/s, patience: 1s } }, stations: { desk: { servers: 2, service: 1s } }, run: { states: 3, precision: 2%, stopOn: [meanSojourn] } }',
  );
  // Service and patience are alike, so everyone leaves at rate 1: a Poisson number.
  const poisson = [0, 1, 2, 3].map(n => (Math.exp(-3) * 3 ** n) / [1, 1, 2, 6][n]);
  const shared = await answerTo(
    '{ arrivals: 1/s, service: 500ms, servers: 1, discipline: ps, run: { states: 3, precision: 2%, stopOn: [meanSojourn] } }',
  );
  for (const [states, exact] of [
    [impatient.states, poisson],
    [shared.states, [0.5, 0.25, 0.125, 0.0625]],
  ] as const) {
    for (const [n, state] of (states ?? []).entries()) {
      if (state.kind !== 'sampled') throw new Error('not simulated');
      expect(state.low).toBeLessThanOrEqual(exact[n]);
      expect(state.high).toBeGreaterThanOrEqual(exact[n]);
    }
    expect(states).toHaveLength(4);
  }
});

test('by hand: one every 10 s, from the tenth on, who takes 3 s', () => {
  const scenario = parseScenario(
    '{ arrivals: { process: deterministic, rate: 0.1/s }, service: { distribution: deterministic, value: 3s }, servers: 1, run: { states: 1 } }',
  );
  const run = new NetworkRun(scenario, 1, 0, 0);
  const ledgers = shapesOf(booksOf(scenario)).map(shape => new Ledger(shape));
  run.advance(ledgers, 0, 0, 500);
  run.advance(ledgers, 1, 500, 750);
  run.advance(ledgers, 1, 750, 1000);
  expect([...ledgers[0].states.slice(0, 6)].map(time => Number(time.toFixed(9)))).toEqual([
    353, 147, 0, 350, 150, 0,
  ]);
  ledgers[0].merge();
  expect(ledgers[0].states[0]).toBeCloseTo(703, 9);
});

test('nobody who does not ask keeps them, and forked customers cannot be counted', async () => {
  const { states } = await answerTo(
    '{ arrivals: 1/s, service: 500ms, servers: 1, run: { stopOn: [meanSojourn] } }',
  );
  expect(states).toBeUndefined();
  const outcome = await simulate(
    parseScenario(`
arrivals: 0.5/s
stations: { a: { servers: 1, service: 1s }, b: { servers: 1, service: 1s } }
routes: { arrive: { fork: [a, b], next: leave }, a: join, b: join }
run: { states: 2 }
`),
  );
  expect(outcome).toMatchObject({ answered: false, reason: expect.stringContaining('run.states') });
});
