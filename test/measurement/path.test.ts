import { describe, expect, test } from 'vitest';
import { acceptedOf } from '../../src/measurement/accepted.js';
import type { Observations } from '../../src/measurement/observation.js';
import { lengtheningOf, meanOverhead, transfersOf } from '../../src/measurement/overhead.js';
import { consumerFree, pathOf, servedOf, twinPathOf } from '../../src/measurement/path.js';
import { pathMeasures } from '../../src/measurement/path-measures.js';
import { through } from '../../src/measurement/twins/path.js';
import { sharedQueue } from '../../src/measurement/twins/shared.js';
import { synthetic } from './synthetic.js';

const none = Number.NaN;

describe('the twin', () => {
  test('by hand: three customers at one server, then at two', () => {
    const arrivals = Float64Array.of(0, 1, 2);
    const services = Float64Array.of(5, 1, 1);
    expect(through(sharedQueue(1), arrivals, services)).toEqual({
      started: Float64Array.of(0, 5, 6),
      finished: Float64Array.of(5, 6, 7),
    });
    expect(through(sharedQueue(2), arrivals, services)).toEqual({
      started: Float64Array.of(0, 1, 2),
      finished: Float64Array.of(5, 2, 3),
    });
  });

  test('of a perfect virtual run is the run itself', () => {
    const observations = synthetic();
    const served = servedOf(observations);
    expect(twinPathOf(observations, 'virtual', served, { servers: 2, overhead: 0 })).toEqual(
      pathOf(observations, 'virtual', served),
    );
  });

  test('of a natural run whose services all carry one overhead is the run itself', () => {
    const observations = synthetic({ overhead: 0.001 });
    const served = servedOf(observations);
    const overhead = meanOverhead(observations, served);
    expect(overhead).toBeCloseTo(0.001, 12);
    const measured = pathOf(observations, 'natural', served);
    const twin = twinPathOf(observations, 'natural', served, { servers: 2, overhead });
    for (const i of served) expect(twin.finish[i]).toBeCloseTo(measured.finish[i], 9);
  });
});

describe('a message by hand', () => {
  const columns = (rows: readonly (readonly number[])[]): Observations => {
    const column = (i: number) => Float64Array.from(rows, row => row[i]);
    return {
      count: rows.length,
      intended: column(0),
      sent: column(1),
      received: column(2),
      started: column(2),
      finished: column(3),
      acknowledged: column(3),
      service: column(4),
      consumer: Int32Array.from(rows, row => row[5]),
    };
  };
  // The second waits for the consumer of the first until 3, and is fetched in half a second.
  const observations = columns([
    [0, 0.1, 0.5, 3, 2, 0],
    [1, 1, 3.5, 5, 1, 0],
    [2, 2, Number.NaN, Number.NaN, 1, -1],
  ]);

  test('has the consumer for itself from its sending or the end of the previous one', () => {
    expect([...consumerFree(observations)]).toEqual([0.1, 3, Number.NaN]);
  });

  test('is on its way from then to its receipt', () => {
    const [first, second] = transfersOf(observations, [0, 1]);
    expect(first).toBeCloseTo(0.4, 12);
    expect(second).toBeCloseTo(0.5, 12);
  });

  test('takes its consumer longer than its service by the overhead', () => {
    expect(meanOverhead(observations, [0, 1])).toBeCloseTo((3 - 0.1 - 2 + (5 - 3 - 1)) / 2, 12);
  });

  test('that was never served does not count', () => {
    expect(servedOf(observations)).toEqual([0, 1]);
  });
});

describe('where there is room for so many', () => {
  // One server with room for two, services of 4: at 2 there are two. Measured, the fourth found one more there still.
  const observations: Observations = {
    count: 5,
    intended: Float64Array.of(0, 1, 2, 4.5, 30),
    sent: Float64Array.of(0, 1, 2, 4.5, 30),
    received: Float64Array.of(0, 4, none, none, 30),
    started: Float64Array.of(0, 4, none, none, 30),
    finished: Float64Array.of(4, 8, none, none, 34),
    acknowledged: Float64Array.of(5, 9, none, none, 35),
    service: new Float64Array(5).fill(4),
    consumer: Int32Array.of(0, 0, -1, -1, 0),
    turnedAway: Uint8Array.of(0, 0, 1, 1, 0),
  };

  test('the measured path tells who was turned away, and its twin whom it turns away itself', () => {
    const served = servedOf(observations);
    const measured = pathOf(observations, 'virtual', served);
    expect(measured.turnedAway).toEqual(Float64Array.of(2, 4.5));
    const twin = twinPathOf(observations, 'virtual', served, { servers: 1, overhead: 0, capacity: 2 });
    expect(twin.turnedAway).toEqual(Float64Array.of(2));
    expect(twin.finish).toEqual(Float64Array.of(4, 8, 12, 34));
  });

  test('of those for whom there was room everything is kept, of the others nothing', () => {
    const accepted = acceptedOf(observations);
    expect(accepted).toMatchObject({
      count: 3,
      intended: Float64Array.of(0, 1, 30),
      consumer: Int32Array.of(0, 0, 0),
    });
    expect(accepted.finished).toEqual(Float64Array.of(4, 8, 34));
    expect(acceptedOf(accepted)).toBe(accepted);
  });

  test('the probability of loss is their share, up to the last who was accepted', () => {
    const { numerator, denominator } = pathMeasures.probabilityOfLoss(
      pathOf(observations, 'virtual', servedOf(observations)),
    );
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    // The last arrival ends the time that is looked at, and is not in it.
    expect([sum(numerator), sum(denominator)]).toEqual([2, 4]);
  });
});

test('a cycle of a client is its thinking and its sojourn, in both paths', () => {
  const perfect = synthetic({ messages: 200 });
  const client = Int32Array.from({ length: 200 }, (_, i) => i);
  // As many clients as messages: each has thought from the start until it sent.
  const clients = { client, think: perfect.intended, heard: perfect.finished };
  const observations = { ...perfect, clients };
  const served = servedOf(observations);
  const measured = pathOf(observations, 'virtual', served);
  const twin = twinPathOf(observations, 'virtual', served, { servers: 2, overhead: 0 });
  expect(twin).toEqual(measured);
  const { numerator } = pathMeasures.meanCycle(measured);
  const ends = perfect.finished.reduce((sum, end) => sum + end, 0);
  expect(numerator.reduce((sum, part) => sum + part, 0)).toBeCloseTo(ends, 9);
});

test('services that were stretched are so in their twin, and what is left is overhead', () => {
  const observations = synthetic();
  const served = servedOf(observations);
  const stretched = { ...observations, service: observations.service.map(time => time / 1.25) };
  const lengthening = lengtheningOf(stretched, 'cpu', served);
  expect(lengthening.stretch).toBeCloseTo(1.25, 9);
  expect(lengthening.overhead).toBeCloseTo(0, 12);
  const twin = twinPathOf(stretched, 'cpu', served, { servers: 2, ...lengthening });
  for (const i of served) expect(twin.finish[i]).toBeCloseTo(observations.finished[i], 9);
  expect(lengtheningOf(stretched, 'virtual', served)).toEqual({ stretch: 1, overhead: 0 });
  expect(lengtheningOf(stretched, 'natural', served).stretch).toBe(1);
});
