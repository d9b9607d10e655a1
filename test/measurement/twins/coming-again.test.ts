import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comingAgain, queueOf, twinOf } from '../../../src/measurement/twins/index.js';
import { exponential, streamFor } from '../../../src/random/index.js';

const shared = { kind: 'shared' } as const;
const one = (count: number) => ({ servers: 1, consumer: new Int32Array(count), capacity: 1 });
const never = () => () => undefined;

/** The same delays for everyone, and then no more. */
const delayed = (...delays: number[]) => {
  return () => {
    const left = [...delays];
    return () => left.shift();
  };
};

describe('those who find no room and come again', () => {
  test('by hand: one server without a place to wait', () => {
    // 0 is served from 0 to 4. 1 comes at 1 and 3, finds it taken, and at 5 free. 2 comes at 4.5, before 1, and is in its
    // way until 5.5: so 1 is turned away at 5 as well, and comes no more.
    const arrivals = Float64Array.of(0, 1, 4.5);
    const services = Float64Array.of(4, 1, 1);
    const { started, finished } = comingAgain(queueOf(shared, one(3)), arrivals, services, delayed(2, 2));
    expect([...started]).toEqual([0, Number.NaN, 4.5]);
    expect([...finished]).toEqual([4, Number.NaN, 5.5]);
    const patient = comingAgain(queueOf(shared, one(3)), arrivals, services, delayed(2, 2, 2));
    expect([...patient.started]).toEqual([0, 7, 4.5]);
  });

  test('at equal times the one who is new goes first', () => {
    const { started } = comingAgain(
      queueOf(shared, one(3)),
      Float64Array.of(0, 1, 3),
      Float64Array.of(2, 1, 1),
      delayed(2, 2),
    );
    expect([...started]).toEqual([0, 5, 3]);
  });

  test('who never comes again is lost, as in the queue with room for so many', () => {
    const gaps = fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 5 }), (list, capacity) => {
        let now = 0;
        const arrivals = Float64Array.from(list, gap => {
          now += gap;
          return now;
        });
        const services = Float64Array.from(list, (_, i) => 0.5 + (i % 3));
        const options = { servers: 1, consumer: new Int32Array(list.length), capacity };
        const lost = twinOf(shared, { arrivals, services, ...options });
        expect(comingAgain(queueOf(shared, options), arrivals, services, never)).toEqual(lost);
      }),
    );
  });

  test('M/M/1 without a place to wait: the time outside is that of Falin and Templeton (unchecked)', () => {
    const [count, batches] = [200_000, 20];
    const [lambda, again] = [0.5, 1];
    const streams = ['arrivals', 'services', 'delays'].map(purpose => streamFor(1, purpose));
    let now = 0;
    const arrivals = Float64Array.from({ length: count }, () => {
      now += exponential(streams[0]) / lambda;
      return now;
    });
    const services = Float64Array.from({ length: count }, () => exponential(streams[1]));
    const { started } = comingAgain(
      queueOf(shared, one(count)),
      arrivals,
      services,
      () => () => exponential(streams[2]) / again,
    );
    const means = Array.from({ length: batches }, (_, b) => {
      const part = count / batches;
      let sum = 0;
      for (let i = b * part; i < (b + 1) * part; i++) sum += started[i] - arrivals[i];
      return sum / part;
    });
    const mean = means.reduce((sum, value) => sum + value, 0) / batches;
    const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (batches - 1);
    // Mean number outside: rho (lambda + rho again) / ((1 - rho) again), with rho the load; Student's t of 19 at 99.9 %.
    const outside = (0.5 * (lambda + 0.5 * again)) / (0.5 * again);
    expect(Math.abs(mean - outside / lambda)).toBeLessThan(3.88 * Math.sqrt(variance / batches));
  });
});
