import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closedNetwork } from '../../../src/engines/theory/formulas/closed-network.js';
import { finiteSource } from '../../../src/engines/theory/formulas/finite-source.js';
import { predict } from '../../../src/engines/theory/index.js';
import type { Result } from '../../../src/result/result.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { root } from '../../architecture/imports.js';
import { answerTo } from './answer.js';
import { expectCovered } from './covers.js';

const text = (name: string) => readFileSync(join(root, 'scenarios', `${name}.yaml`), 'utf8');
const valuesOf = (measures: Result['measures']) =>
  Object.fromEntries(Object.entries(measures).map(([name, { value }]) => [name, value]));

function predicted(scenario: string): Result {
  const outcome = predict(parseScenario(scenario));
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

test('one station: the finite source, M/M/1//60', async () => {
  const exact = finiteSource.solve({ sources: 60, rate: 0.1, meanService: 0.2, servers: 1 });
  const { measures } = await answerTo(text('clients'), ['run.precision=5%']);
  const { throughput, meanSojourn, meanWait, utilisation } = exact;
  expectCovered(measures, { throughput, meanSojourn, meanWait, utilisation, meanCycle: 60 / throughput });
  const theory = predicted(text('clients')).measures;
  for (const [name, value] of Object.entries({ throughput, meanSojourn, meanWait, utilisation }))
    expect(theory[name as keyof typeof theory]?.value, name).toBeCloseTo(value, 9);
});

test('a central server and two disks: mean value analysis, at every station', async () => {
  // A request takes the processor 1 / 0.4 = 2.5 times, the disks once and half as often.
  const exact = closedNetwork.solve({
    customers: [20],
    demands: [[0.05, 0.03, 0.0225]],
    servers: [2, 1, 1],
    thinkTimes: [1],
  });
  const theory = predicted(text('closed-network'));
  expect(theory.measures.throughput?.value).toBeCloseTo(exact.throughputs[0], 9);
  expect(theory.stations?.['fast disk'].measures.meanNumberInSystem?.value).toBeCloseTo(
    exact.numbers[0][1],
    9,
  );
  const { measures, stations } = await answerTo(text('closed-network'), ['run.precision=4%']);
  expectCovered(measures, valuesOf(theory.measures));
  for (const [name, { measures }] of Object.entries(theory.stations ?? {}))
    expectCovered(stations?.[name].measures ?? {}, valuesOf(measures));
});

test('several classes of clients, one of whom does not think, at a server that they share', async () => {
  const scenario = `
classes: { few: { clients: 2 }, many: { clients: 6, think: { distribution: uniform, min: 1s, max: 3s } } }
stations:
  shared: { servers: 1, service: { few: 200ms, many: { distribution: lognormal, mean: 100ms, scv: 3 } }, discipline: ps }
  afterwards: { servers: infinite, service: 300ms }
routes: { arrive: shared, shared: { byClass: { few: leave, many: { afterwards: 50%, leave: 50% } } }, afterwards: leave }
run: { precision: 3%, stopOn: [meanSojourn] }
`;
  const theory = predicted(scenario);
  const { measures, classes } = await answerTo(scenario);
  expectCovered(measures, valuesOf(theory.measures));
  for (const name of ['few', 'many'])
    expectCovered(classes?.[name].measures ?? {}, valuesOf(theory.classes?.[name].measures ?? {}));
});

describe('clients and customers from outside', () => {
  test('share a server: the open ones slow it down as if it were slower by their load (BCMP)', async () => {
    // With sharing, clients find a server of speed 1 - 0.6: M/M/1//5 with services of 0.1 / 0.4.
    const { throughput } = finiteSource.solve({ sources: 5, rate: 2, meanService: 0.25, servers: 1 });
    const { classes } = await answerTo(text('mixed-network'), ['run.precision=4%']);
    expectCovered(classes?.requests.measures ?? {}, { throughput: 6 });
    expectCovered(classes?.batch.measures ?? {}, { throughput, meanCycle: 5 / throughput });
    expect(classes?.requests.measures.meanCycle).toBeUndefined();
  });

  test('theory says the same of them', () => {
    const { throughput } = finiteSource.solve({ sources: 5, rate: 2, meanService: 0.25, servers: 1 });
    const outcome = predict(parseScenario(text('mixed-network')));
    const classes = outcome.answered ? outcome.result.classes : undefined;
    expect(classes?.requests.measures.throughput?.value).toBeCloseTo(6, 9);
    expect(classes?.batch.measures.throughput?.value).toBeCloseTo(throughput, 9);
  });
});

test('who is turned away thinks again: the loss system of a finite source', async () => {
  // Engset: two servers, five sources; N and c are few enough to write the balance by hand.
  const weights = [1, 5, 10];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const offered = (weights[0] * 5 + weights[1] * 4 + weights[2] * 3) / total;
  const accepted = (weights[0] * 5 + weights[1] * 4) / total;
  const { measures } = await answerTo(
    'clients: 5\nthink: 1s\nservice: 1s\nservers: 2\ncapacity: 2\nrun: { precision: 2%, stopOn: [throughput, probabilityOfLoss] }',
  );
  expectCovered(measures, { throughput: accepted, probabilityOfLoss: 1 - accepted / offered });
});
