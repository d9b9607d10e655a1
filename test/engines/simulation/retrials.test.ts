import { expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import { disciplines } from '../../../src/engines/simulation/network/disciplines/index.js';
import type { Result } from '../../../src/result/result.js';
import { parseScenario } from '../../../src/scenario/parse.js';
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
run: { confidence: ${confidence}, precision: 3%, stopOn: [meanNumberInSystem] }
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
    const { measures, warnings } = await answerTo(
      retrial(2, '500ms', 3, `servers: 1, capacity: 3, discipline: ${writtenDiscipline(discipline)}`),
    );
    const loss = measures.probabilityOfLoss?.value ?? Number.NaN;
    expect(loss).toBeGreaterThan(0.3);
    expect((measures.throughput?.value ?? Number.NaN) / (2 * (1 - loss))).toBeCloseTo(1, 2);
    expect(measures.utilisation?.value).toBeCloseTo(measures.throughput?.value ?? Number.NaN, 1);
    expect(warnings).toEqual([]);
  },
);
