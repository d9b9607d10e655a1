import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Network } from '../../../src/engines/simulation/network/network.js';
import { strategyRoutes } from '../../../src/engines/simulation/network/routes/index.js';
import type { Station } from '../../../src/engines/simulation/network/station.js';
import { shortestQueue } from '../../../src/engines/theory/formulas/shortest-queue.js';
import { predict } from '../../../src/engines/theory/index.js';
import { streamFor } from '../../../src/random/index.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { type StrategyName, strategies } from '../../../src/scenario/routes/strategies.js';
import { root } from '../../architecture/imports.js';
import { answerTo } from './answer.js';
import { expectCovered } from './covers.js';

const quick = ['run.precision=3%', 'run.maxCustomers=1000000'];
const shown = (name: string) =>
  answerTo(readFileSync(join(root, 'scenarios', `${name}.yaml`), 'utf8'), quick);

function exactSojourn(text: string): number {
  const outcome = predict(parseScenario(text));
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result.measures.meanSojourn?.value as number;
}

describe('a scenario of each, against theory', () => {
  test('in turn to private queues: every third arrival, E3/M/1', async () => {
    const third = '{ process: renewal, interarrival: { distribution: erlang, mean: 125ms, k: 3 } }';
    const meanSojourn = exactSojourn(`arrivals: ${third}\nservice: 100ms\nservers: 1`);
    const { measures, stations } = await shown('round-robin');
    expectCovered(measures, { meanSojourn, throughput: 24 });
    expectCovered(stations?.two.measures ?? {}, { meanSojourn, throughput: 8 });
  });

  test('by chance: three M/M/1', async () =>
    expectCovered((await shown('random-routing')).measures, { meanSojourn: 0.5, throughput: 24 }));

  test.each([
    ['shortest-queue', 3, 3],
    ['power-of-two', 4, 2],
  ])('%s: the Markov chain of the queue lengths', async (name, servers, choices) => {
    const arrivalRate = 8 * servers;
    const { meanSojourn, meanNumberInSystem } = shortestQueue.solve({
      arrivalRate,
      meanService: 0.1,
      servers,
      choices,
    });
    expectCovered((await shown(name)).measures, { meanSojourn, meanNumberInSystem, throughput: arrivalRate });
  });

  test('the least work: one common line, M/M/3', async () =>
    expectCovered((await shown('least-work')).measures, {
      meanSojourn: exactSojourn('arrivals: 24/s\nservice: 100ms\nservers: 3'),
    }));

  test('in turn by weight: two of three', async () => {
    const { stations } = await shown('weighted-round-robin');
    expectCovered(stations?.new.measures ?? {}, { throughput: 16, utilisation: 0.8 });
    expectCovered(stations?.old.measures ?? {}, { throughput: 8, utilisation: 0.8 });
  });

  test('classes that change: the flows of each', async () => {
    const { stations, classes } = await shown('class-switching');
    expectCovered(stations?.scanner.measures ?? {}, { throughput: 10 });
    expectCovered(stations?.archive.measures ?? {}, { throughput: 5.4 });
    expectCovered(classes?.photos.measures ?? {}, { throughput: 3 });
  });
});

test('a journey belongs to the class in which it began', async () => {
  const { classes, stations, measures } = await answerTo(
    `
classes: { calm: { arrivals: 2/s }, hasty: { arrivals: 1/s } }
stations: { queue: { servers: infinite, service: { calm: 1s, hasty: 3s } } }
routes: { queue: { byClass: { calm: [{ to: queue, as: hasty, share: 50% }, { to: leave, share: 50% }], hasty: leave } } }
run: { precision: 2%, stopOn: [meanSojourn] }
`,
  );
  expectCovered(classes?.calm.measures ?? {}, { meanSojourn: 2.5, meanNumberInSystem: 5, throughput: 2 });
  expectCovered(classes?.hasty.measures ?? {}, { meanSojourn: 3, meanNumberInSystem: 3, throughput: 1 });
  expectCovered(measures, { meanSojourn: 8 / 3, meanNumberInSystem: 8 });
  expectCovered(stations?.queue.measures ?? {}, { throughput: 4, meanNumberInSystem: 8 });
});

test('who comes back by chance is served a geometric number of times: M/M/1 at the load of all', async () => {
  const { stations, measures } = await answerTo(
    'arrivals: 0.4/s\nservice: 1s\nservers: 1\nroutes: { queue: { queue: 20%, leave: 80% } }',
    ['run.precision=3%', 'run.stopOn=[meanSojourn]'],
  );
  expectCovered(stations?.queue.measures ?? {}, { throughput: 0.5, meanNumberInSystem: 1, meanSojourn: 2 });
  expectCovered(measures, { throughput: 0.4, meanNumberInSystem: 1, meanSojourn: 2.5 });
});

describe('one by one', () => {
  const queue = (present: number): Station => ({ present, enter() {}, finish() {}, attained: () => 0 });
  const route = (
    name: StrategyName,
    lengths: readonly number[],
    options: { d?: number; weights?: number[] } = {},
  ) => {
    const network = new Network();
    network.stations.push(...lengths.map(queue));
    const { d = lengths.length, weights = [] } = options;
    const places = lengths.map((_, i) => i);
    const servers = lengths.map(() => 1);
    return strategyRoutes[name]({ network, places, weights, d, servers, stream: streamFor(1, name, 0) });
  };

  test.each(Object.keys(strategies) as StrategyName[])(
    '%s goes to each of its places, and to no other',
    name => {
      const made = route(name, [2, 2, 2], { weights: [1, 1, 1], d: 2 });
      const times = [0, 0, 0];
      for (let i = 0; i < 3000; i++) times[made.next(0)]++;
      // Six standard deviations of a binomial around a third of each.
      for (const count of times) expect(Math.abs(count - 1000)).toBeLessThan(6 * Math.sqrt(3000 * (2 / 9)));
    },
  );

  test('weights are spread: a twice, but not twice in a row where it can be helped', () => {
    const made = route('weighted-round-robin', [0, 0, 0], { weights: [5, 1, 1] });
    expect(Array.from({ length: 14 }, () => made.next(0)).join('')).toBe('00102000010200'.slice(0, 14));
  });

  test('the shortest queue is found wherever it stands, and by looking at all of d', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 9 }), lengths => {
        const shortest = lengths.indexOf(Math.min(...lengths));
        expect(route('join-shortest-queue', lengths).next(0)).toBe(shortest);
        expect(route('power-of-d', lengths).next(0)).toBe(shortest);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
