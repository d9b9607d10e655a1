import { describe, expect, test } from 'vitest';
import { simulate, workerTeam } from '../../../src/engines/simulation/index.js';
import { ledgerCount } from '../../../src/engines/simulation/network/books.js';
import type { Result } from '../../../src/result/result.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import type { Scenario } from '../../../src/scenario/type.js';
import { confidence, expectCovered } from './covers.js';

async function answerTo(scenario: Scenario, options?: Parameters<typeof simulate>[1]): Promise<Result> {
  const outcome = await simulate(scenario, options);
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

/** 0.5 customers a second come to A; half go on to B, and a fifth of those come back. */
const feedback = `
arrivals: 0.5/s
stations:
  a: { servers: 1, service: 1s }
  b: { servers: 2, service: 2s }
routes: { arrive: a, a: { b: 0.5, leave: 0.5 }, b: { a: 0.2, leave: 0.8 } }
run: { confidence: ${confidence}, precision: 3%, stopOn: [meanSojourn] }
`;

describe("Jackson's network", () => {
  const flowA = 0.5 / 0.9;
  const flowB = flowA / 2;
  const numberA = flowA / (1 - flowA);
  // M/M/2: L = 2 rho / (1 - rho^2), with rho the load of one server.
  const numberB = (2 * flowB) / (1 - flowB ** 2);

  test('each station is an M/M/c of its own', async () => {
    const { stations, measures } = await answerTo(parseScenario(feedback));
    expectCovered(stations?.a.measures ?? {}, {
      throughput: flowA,
      utilisation: flowA,
      meanNumberInSystem: numberA,
      meanSojourn: numberA / flowA,
    });
    expectCovered(stations?.b.measures ?? {}, {
      throughput: flowB,
      utilisation: flowB,
      meanNumberInSystem: numberB,
      meanSojourn: numberB / flowB,
    });
    expectCovered(measures, {
      throughput: 0.5,
      meanNumberInSystem: numberA + numberB,
      meanSojourn: (numberA + numberB) / 0.5,
    });
    expect(measures.utilisation).toBeUndefined();
  });

  test('the same seed gives the same bytes, with one thread or two', async () => {
    const scenario = parseScenario(feedback, { set: ['run.precision=0.5%', 'run.maxCustomers=300000'] });
    const alone = await answerTo(scenario);
    const two = await answerTo(scenario, { team: workerTeam(2) });
    expect(alone.simulation?.plannedCustomers).toBeGreaterThan(2e6);
    expect(JSON.stringify(two)).toBe(JSON.stringify(alone));
  });
});

describe('several classes', () => {
  test('each has its own journeys, and together they are the whole', async () => {
    const { classes, measures } = await answerTo(
      parseScenario(`
classes: { short: { arrivals: 0.4/s }, long: { arrivals: 0.1/s } }
stations: { queue: { servers: infinite, service: { short: 1s, long: 10s } } }
run: { confidence: ${confidence}, precision: 2%, stopOn: [meanSojourn] }
`),
    );
    expectCovered(classes?.short.measures ?? {}, {
      throughput: 0.4,
      meanSojourn: 1,
      meanNumberInSystem: 0.4,
    });
    expectCovered(classes?.long.measures ?? {}, { throughput: 0.1, meanSojourn: 10, meanNumberInSystem: 1 });
    expectCovered(measures, { throughput: 0.5, meanSojourn: (0.4 + 1) / 0.5, meanNumberInSystem: 1.4 });
  });
});

test('what is lost at a later station is lost to the system', async () => {
  const { stations, measures } = await answerTo(
    parseScenario(`
arrivals: 1/s
stations:
  first: { servers: infinite, service: 1s }
  second: { servers: 1, service: 1s, capacity: 1 }
routes: { arrive: first, first: second, second: leave }
run: { confidence: ${confidence}, precision: 2%, stopOn: [probabilityOfLoss] }
`),
  );
  // The output of M/M/infinity is Poisson again: the second station is M/M/1/1 at load 1.
  expectCovered(stations?.second.measures ?? {}, {
    probabilityOfLoss: 0.5,
    throughput: 0.5,
    utilisation: 0.5,
  });
  expectCovered(measures, { probabilityOfLoss: 0.5, throughput: 0.5 });
  expect(stations?.first.measures.probabilityOfLoss).toBeUndefined();
});

test('an unstable station in a network is named, with the growth of the whole', async () => {
  const { measures, warnings } = await answerTo(
    parseScenario(`
arrivals: 1/s
stations: { quick: { servers: 1, service: 500ms }, slow: { servers: 2, service: 3s } }
routes: { arrive: quick, quick: slow, slow: leave }
`),
  );
  const growth = measures.growthRate;
  expect(growth?.kind === 'sampled' && growth.low <= 1 / 3 && growth.high >= 1 / 3).toBe(true);
  expect(measures.utilisation).toBeUndefined();
  expect(warnings).toEqual([
    expect.objectContaining({ code: 'unstable', message: expect.stringContaining('"slow"') }),
  ]);
});

test('one ledger for each station and class, and one for the journeys of each class', () => {
  const books = { stations: ['a', 'b', 'c'], classes: ['x', 'y'], journeys: true, staffed: [], states: 0 };
  expect(ledgerCount(books)).toBe(8);
  expect(ledgerCount({ ...books, stations: ['a'], journeys: false })).toBe(2);
});
