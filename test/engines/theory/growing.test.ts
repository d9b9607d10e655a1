import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import { predict } from '../../../src/engines/theory/index.js';
import { throughputs } from '../../../src/engines/theory/networks/growing.js';
import { loadScenario } from '../../../src/scenario/load.js';
import { parseScenario } from '../../../src/scenario/parse.js';

const to = (...shares: [number, number][]) => new Map(shares);

describe('what each station serves in the long run', () => {
  test('what comes after one that falls behind is offered what that lets through', () => {
    // The second alone could not serve 9 either, but is sent no more than 4.
    expect(throughputs([9, 0, 0], [4, 5, 3], [to([1, 1]), to([2, 1]), to()])).toEqual([4, 4, 3]);
  });

  test('who comes back counts anew, by hand', () => {
    // v = 6 + v / 4 = 8 is more than 7: 7 are served, 5.25 go on and 1.75 come back.
    const [first, second] = throughputs([6, 0], [7, 100], [to([0, 0.25], [1, 0.75]), to()]);
    expect([first, second]).toEqual([7, 5.25]);
  });

  test('a loop of two of which one holds the other up', () => {
    // b sends half of its 2 back: a is offered 3 + 1 and serves them, b is offered 4 and serves 2.
    expect(throughputs([3, 0], [10, 2], [to([1, 1]), to([0, 0.5])])).toEqual([4, 2]);
  });

  test('where all keep up these are the traffic equations; a server for everybody always does', () => {
    const [a, b] = throughputs([3, 0], [10, Number.POSITIVE_INFINITY], [to([1, 1]), to([0, 0.5])]);
    expect([a, b]).toEqual([6, 6]);
  });
});

test('a bottleneck is named with the growth of its queue, and the others with their utilisation', async () => {
  const scenario = loadScenario('scenarios/bottleneck.yaml', { set: ['run.confidence=0.999'] });
  const [theory, simulation] = [predict(scenario), await simulate(scenario)];
  if (!theory.answered || !simulation.answered) throw new Error('both answer');
  const { measures, stations, warnings } = theory.result;
  // 50 are packed, of which 45 go on and 5 come back: 95 are offered.
  expect(measures.growthRate?.value).toBeCloseTo(45, 10);
  expect(measures.throughput?.value).toBeCloseTo(45, 10);
  expect(stations?.check.measures.utilisation?.value).toBeCloseTo(0.9, 10);
  expect(stations?.ship.measures.utilisation?.value).toBeCloseTo(0.675, 10);
  expect(stations?.pack.measures.growthRate?.value).toBeCloseTo(45, 10);
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^The offered load of "pack" is 1\.9 for 1 server: its queue grows by 162000 customers an hour/,
    ),
  ]);
  for (const name of ['growthRate', 'throughput'] as const) {
    const seen = simulation.result.measures[name];
    if (seen?.kind !== 'sampled') throw new Error(`${name} is simulated`);
    expect(seen.low).toBeLessThan(45);
    expect(seen.high).toBeGreaterThan(45);
  }
});

test('where classes share the station that falls behind nothing is claimed', () => {
  const theory = predict(
    parseScenario(
      'classes: { a: { arrivals: 90/s }, b: { arrivals: 5/s } }\nstations: { x: { servers: 1, service: 20ms }, y: { servers: 1, service: 1ms } }\nroutes: { arrive: x, x: y, y: leave }',
    ),
  );
  expect(theory).toMatchObject({
    answered: false,
    reason: expect.stringMatching(/"x" is offered 1\.9 times/),
  });
});

test('servers that fail serve what they can while they are up', async () => {
  // Four servers, up for ten elevenths of the time, serve 3.64 of 5.
  const scenario = parseScenario(
    'arrivals: 5/s\nservice: 1s\nservers: 4\nbreakdowns: { upTime: 100s, repairTime: 10s }\nrun: { seed: 2, confidence: 0.999 }',
  );
  const [theory, simulation] = [predict(scenario), await simulate(scenario)];
  if (!theory.answered || !simulation.answered) throw new Error('both answer');
  expect(theory.result.measures.growthRate?.value).toBeCloseTo(5 - 40 / 11, 12);
  expect(theory.result.warnings[0]).toMatchObject({
    message: expect.stringMatching(
      /^The offered load is 5 for 4 servers, up 90\.9 % of the time: the queue grows/,
    ),
    advice: 'At least 6 servers are needed to keep up.',
  });
  const seen = simulation.result.measures.growthRate;
  if (seen?.kind !== 'sampled') throw new Error('growth is simulated');
  expect(seen.low).toBeLessThan(5 - 40 / 11);
  expect(seen.high).toBeGreaterThan(5 - 40 / 11);
});
