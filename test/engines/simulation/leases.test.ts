import { describe, expect, test } from 'vitest';
import { answerTo } from './answer.js';
import { departuresOf } from './by-hand.js';
import { expectCovered } from './covers.js';

const constant = (seconds: number) => `{ distribution: deterministic, value: ${seconds}s }`;

describe('work that outlasts its lease', () => {
  // Delivered at 0, 2 and 4 s; done at 5 s, while the others go on for nothing until 7 and 9 s.
  test('is done three times over where servers abound and services are constant', async () => {
    const { measures, stations } = await answerTo(
      `{ arrivals: 1/s, service: ${constant(5)}, servers: infinite, lease: 2s, run: { precision: 10%, stopOn: [throughput] } }`,
    );
    expect(measures.meanSojourn?.value).toBeCloseTo(5, 9);
    expectCovered(measures, { throughput: 1, amplification: 3, attemptRate: 3, wastedWork: 10 });
    expectCovered(stations?.queue.measures ?? {}, { throughput: 3, meanNumberInSystem: 15 });
  });

  // With exponential services of 1 s, of which one begins every 0.8 s until the first is done, the time until then
  // exceeds t with probability exp(-sum over them of t - k 0.8), and deliveries are counted by that at 0, 0.8, 1.6...
  test('and exponential ones race: the first to be done counts', async () => {
    const { measures } = await answerTo(
      '{ arrivals: 2/s, service: 1s, servers: infinite, lease: 800ms, run: { precision: 5%, stopOn: [meanSojourn] } }',
    );
    const tail = (t: number) => {
      let sum = 0;
      for (let k = 0; 0.8 * k < t; k++) sum += t - 0.8 * k;
      return Math.exp(-sum);
    };
    const step = 1e-4;
    let mean = 0;
    for (let t = step / 2; t < 12; t += step) mean += step * tail(t);
    let deliveries = 0;
    for (let k = 0; k < 15; k++) deliveries += tail(0.8 * k);
    // Every delivery under way at t is as likely as the others to be the one that is done; the k-th has had t - 0.8 k by
    // then. Each delivery takes a whole service in the end, and all but that of the one that counts are for nothing.
    let counting = 0;
    for (let t = step / 2; t < 12; t += step)
      for (let k = 0; 0.8 * k < t; k++) counting += step * tail(t) * (t - 0.8 * k);
    expectCovered(measures, {
      throughput: 2,
      meanSojourn: mean,
      amplification: deliveries,
      wastedWork: 2 * (deliveries - counting),
    });
  });

  test('after the last delivery it goes to the dead letters when the lease runs out', async () => {
    const { measures } = await answerTo(
      `{ arrivals: 1/s, service: ${constant(5)}, servers: infinite, lease: 2s, maxDeliveries: 2, run: { maxCustomers: 20000 } }`,
    );
    expectCovered(measures, { probabilityOfDeadLetter: 1, amplification: 2, wastedWork: 10 });
    expect(measures.meanSojourn?.value).toBeCloseTo(4, 9);
  });

  test('a delivery that fails is tried again only when no other is under way', async () => {
    const { measures } = await answerTo(
      `{ arrivals: 1/s, service: ${constant(3)}, servers: infinite, lease: 2s, failing: 50%, run: { precision: 8%, stopOn: [meanSojourn, amplification] } }`,
    );
    // Deliveries at 0, 2, 4, ... end 3 s later, each fails or is the last: half are done at 3, a quarter at 5, ...; one
    // is under way beside it then, and counts for nothing.
    expectCovered(measures, { meanSojourn: 3 + 2, amplification: 2 + 1, wastedWork: 3 * 2 });
  });
});

// Two servers, services of 5 s, a lease of 3 s: a is delivered again at 3 and that waits behind b, who is served from 1
// to 6. a is done at 5 and its second delivery, which still waits, is called off: b is alone with c then.
test('by hand: a delivery that waits is called off when the first is done', () => {
  const text = (
    lease: string,
  ) => `{ classes: { a: { arrivals: 1/s } , b: { arrivals: 1/s }, c: { arrivals: 1/s } },
    stations: { queue: { servers: 2, service: ${constant(5)} ${lease} } }, routes: { arrive: queue } }`;
  const times = { a: [0], b: [1], c: [3.5] };
  expect(departuresOf(text(', lease: 3s'), times)).toEqual(['a@0 5', 'b@1 6', 'c@3.5 10']);
  // One more server, where c would be served at once but for the second deliveries: that of a goes on from 3 to 8, that of
  // b is waiting since 4 and takes the server of a at 5, and c that of b.
  const three = text(', lease: 3s').replace('servers: 2', 'servers: 3');
  expect(departuresOf(three, { ...times, c: [4.5] })).toEqual(['a@0 5', 'b@1 6', 'c@4.5 11']);
});
