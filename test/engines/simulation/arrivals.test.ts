import { describe, expect, test } from 'vitest';
import { batchArrivals } from '../../../src/engines/theory/formulas/batch-arrivals.js';
import { geometricBatch } from '../../../src/engines/theory/formulas/batch-sizes.js';
import { predict } from '../../../src/engines/theory/index.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { answerTo } from './answer.js';
import { expectCovered } from './covers.js';

const run = 'run: { precision: 10%, stopOn: [meanWait] }';

describe('arrivals of every kind that theory knows', () => {
  test.each([
    ['in step', '{ process: deterministic, interval: 1s }', '700ms'],
    [
      'one by one, after Erlang times',
      '{ process: renewal, interarrival: { distribution: erlang, mean: 1s, k: 3 } }',
      '700ms',
    ],
    ['in moods', '{ process: mmpp, rates: [2/s, 30/min], holding: [4s, 8s] }', '500ms'],
    ['on and off', '{ process: on-off, onRate: 2/s, meanOn: 3s, meanOff: 3s }', '500ms'],
  ])('%s', async (_, arrivals, service) => {
    const text = `{ arrivals: ${arrivals}, service: ${service}, servers: 1, ${run} }`;
    const theory = predict(parseScenario(text));
    if (!theory.answered) throw new Error(theory.reason);
    const { meanWait, meanSojourn, probabilityOfWait } = theory.result.measures;
    expect([meanWait?.kind, probabilityOfWait?.kind]).toEqual(['exact', 'exact']);
    const { measures } = await answerTo(text);
    expectCovered(measures, {
      meanWait: meanWait?.value ?? Number.NaN,
      meanSojourn: meanSojourn?.value ?? Number.NaN,
      probabilityOfWait: probabilityOfWait?.value ?? Number.NaN,
    });
  });
});

test('batches of geometric size before two servers', async () => {
  const exact = batchArrivals.solve({
    batchRate: 0.25,
    sizes: geometricBatch(4),
    meanService: 1.2,
    servers: 2,
  });
  const { measures } = await answerTo(
    `{ arrivals: { process: batch, batchRate: 0.25/s, meanSize: 4 }, service: 1200ms, servers: 2, ${run} }`,
  );
  expectCovered(measures, {
    meanWait: exact.meanWait,
    meanSojourn: exact.meanSojourn,
    meanNumberInSystem: exact.meanNumberInSystem,
  });
});
