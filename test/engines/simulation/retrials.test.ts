import { expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import { Backoff } from '../../../src/engines/simulation/network/backoff.js';
import { disciplines } from '../../../src/engines/simulation/network/disciplines/index.js';
import { Draws } from '../../../src/engines/simulation/network/draws.js';
import { Stream } from '../../../src/random/index.js';
import type { Result } from '../../../src/result/result.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { departuresOf } from './by-hand.js';
import { confidence, expectCovered } from './covers.js';
import { writtenDiscipline } from './written-discipline.js';

async function answerTo(text: string): Promise<Result> {
  const outcome = await simulate(parseScenario(text));
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}

const retrial = (rate: number, delay: string, maxAttempts: number, more = 'servers: 1, capacity: 1') => `
classes: { callers: { arrivals: ${rate}/s, retry: { delay: ${delay}, maxAttempts: ${maxAttempts} }, due: 5s, weight: 1 } }
stations: { desk: { service: 1s, whenFull: retry, ${more} } }
run: { confidence: ${confidence}, precision: 5%, stopOn: [meanNumberInSystem] }
`;

// Reference values of 50 digits for queues without a waiting room whose customers all come back until served.
test('a server without a line, customers back after a tenth of a service', async () => {
  const { measures } = await answerTo(retrial(0.7, '100ms', 1_000_000));
  expectCovered(measures, {
    meanNumberInSystem: 2.4966666666666644,
    meanNumberInQueue: 1.7966666666666644,
    meanWait: 2.5666666666666638,
    utilisation: 0.7,
    throughput: 0.7,
    probabilityOfWait: 0.7,
  });
  expect(measures.probabilityOfLoss).toMatchObject({ value: 0, low: 0 });
});

test('ten servers without a line', async () => {
  const { measures } = await answerTo(retrial(9, '1s', 1_000_000, 'servers: 10, capacity: 10'));
  expectCovered(measures, {
    meanNumberInSystem: 23.126853937897117,
    meanWait: 1.5696504375441238,
    utilisation: 0.9,
  });
});

test('one try is no second try: Erlang loss', async () => {
  const { measures } = await answerTo(retrial(1, '1s', 1));
  expectCovered(measures, { probabilityOfLoss: 0.5, throughput: 0.5, meanNumberInSystem: 0.5 });
});

test.each(Object.keys(disciplines))(
  'who gives up after three tries is lost, everyone else served: %s',
  async discipline => {
    const { measures, warnings, customers } = await answerTo(
      retrial(2, '500ms', 3, `servers: 1, capacity: 3, discipline: ${writtenDiscipline(discipline)}`),
    );
    const loss = measures.probabilityOfLoss?.value ?? Number.NaN;
    expect(loss).toBeGreaterThan(0.3);
    // But for how many happened to come.
    const served = (measures.throughput?.value ?? Number.NaN) / (2 * (1 - loss));
    expect(Math.abs(served - 1)).toBeLessThan(4 / Math.sqrt(customers ?? Number.NaN));
    expect(measures.utilisation?.value).toBeCloseTo(measures.throughput?.value ?? Number.NaN, 1);
    expect(warnings).toEqual([]);
  },
);

// One server, no line, services of 10 s. b comes at 1 and finds the server busy until 10: it tries again after 2, 4 and
// then, by the cap, 5 s, at 3, 7 and 12, when it gets in; c comes at 2, is tried at 4, 8 and 13, and is lost then.
test('by hand: back-off that doubles up to a cap', () => {
  const retry =
    'retry: { delay: { distribution: deterministic, value: 2s }, multiplier: 2, cap: 5s, maxAttempts: 4 }';
  const text = `{ classes: { a: { arrivals: 1/s, ${retry} } }, stations: { desk: { servers: 1, capacity: 1, whenFull: retry,
    service: { distribution: deterministic, value: 10s } } }, routes: { arrive: desk } }`;
  expect(departuresOf(text, { a: [0, 1, 2] })).toEqual(['a@0 10', 'a@2 turned away 13', 'a@1 22']);
});

test('jitter shortens every delay by up to its share', () => {
  const backoff = (jitter: number) =>
    new Backoff({
      delay: new Draws(block => void block.fill(8)),
      multiplier: 1,
      cap: Number.POSITIVE_INFINITY,
      jitter,
      stream: new Stream([1, 2, 3, 4]),
    });
  expect(backoff(0).after(3)).toBe(8);
  const half = backoff(0.5);
  const delays = Array.from({ length: 2000 }, () => half.after(1));
  expect(Math.min(...delays)).toBeGreaterThan(4);
  expect(Math.min(...delays)).toBeLessThan(4.02);
  expect(Math.max(...delays)).toBeLessThanOrEqual(8);
  expect(delays.reduce((sum, delay) => sum + delay, 0) / 2000).toBeCloseTo(6, 0);
});
