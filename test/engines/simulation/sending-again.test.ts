import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { answerTo } from './answer.js';
import { departuresOf } from './by-hand.js';
import { expectCovered } from './covers.js';

describe('clients who stop waiting for a request', () => {
  // Nobody waits here, so an attempt outlasts the time with probability q = e^-1; the work on it goes on for a whole
  // service more, since exponential times have no memory.
  test('and send another: what is counted, where everyone is served at once', async () => {
    const retry = 'retry: { delay: { distribution: deterministic, value: 500ms }, maxAttempts: 3 }';
    const { measures, stations } = await answerTo(
      `{ arrivals: 4/s, service: 1s, servers: infinite, timeout: 1s, ${retry}, run: { precision: 10%, stopOn: [probabilityOfAbandonment] } }`,
    );
    const q = Math.exp(-1);
    const attempts = 1 + q + q * q;
    const inVain = q + q * q + q ** 3;
    expectCovered(measures, {
      probabilityOfAbandonment: q ** 3,
      throughput: 4 * (1 - q ** 3),
      amplification: attempts,
      attemptRate: 4 * attempts,
      wastedWork: 4 * inVain * 2,
      meanSojourn: attempts * (1 - q) + 0.5 * (attempts - 1),
    });
    expectCovered(stations?.queue.measures ?? {}, {
      throughput: 4 * attempts,
      meanNumberInSystem: 4 * attempts,
    });
  });

  test('or give up for good: the work is the same as if they had not', async () => {
    const { measures } = await answerTo(
      '{ arrivals: 0.7/s, service: 1s, servers: 1, timeout: 4s, run: { precision: 6%, stopOn: [meanSojourn] } }',
    );
    // M/M/1: the sojourn is exponential of mean 1 / 0.3, so that of the work goes on beyond 4 s with this probability.
    const late = Math.exp(-0.3 * 4);
    expectCovered(measures, {
      probabilityOfAbandonment: late,
      throughput: 0.7 * (1 - late),
      utilisation: 0.7,
      attemptRate: 0.7,
      meanSojourn: (1 - late) / 0.3,
    });
  });

  test('clients who think in between: none of them is lost', async () => {
    const { measures } = await answerTo(
      '{ clients: 5, think: 1s, service: 100ms, servers: infinite, timeout: 200ms, retry: { delay: 50ms, maxAttempts: 2 }, run: { precision: 10% } }',
    );
    const q = Math.exp(-2);
    const sojourn = 0.1 * (1 - q) * (1 + q) + 0.05 * q;
    expectCovered(measures, { meanCycle: (1 + sojourn) / (1 - q * q), meanSojourn: sojourn });
  });
});

/** Shares of the time with n at the server and m who will come again; a waiting customer gives up at rate 1. */
function withOrbit(arriving: number, returning: number, size: number): number[][] {
  let p = Array.from({ length: size }, () => new Array<number>(size).fill(1 / size ** 2));
  const step = 1 / (arriving + 1 + size + returning * size);
  for (let turn = 0; turn < 6000; turn++) {
    const next = p.map(row => [...row]);
    for (let n = 0; n < size; n++)
      for (let m = 0; m < size; m++) {
        const move = (rate: number, a: number, b: number) => {
          if (rate === 0 || a >= size || b >= size) return;
          next[n][m] -= step * rate * p[n][m];
          next[a][b] += step * rate * p[n][m];
        };
        move(arriving, n + 1, m);
        move(n > 0 ? 1 : 0, n - 1, m);
        move(Math.max(0, n - 1), n - 1, m + 1);
        move(returning * m, n + 1, m - 1);
      }
    p = next;
  }
  return p;
}

test('who gives up waiting comes again: the chain of those at the server and those who will come', async () => {
  const { measures } = await answerTo(
    '{ arrivals: 0.5/s, service: 1s, servers: 1, patience: 1s, retry: { delay: 2s, maxAttempts: 1000000 }, run: { precision: 8%, stopOn: [meanSojourn] } }',
  );
  const p = withOrbit(0.5, 0.5, 16);
  const mean = (of: (n: number, m: number) => number) =>
    p.reduce((sum, row, n) => row.reduce((all, share, m) => all + share * of(n, m), sum), 0);
  expectCovered(measures, {
    throughput: 0.5,
    meanNumberInSystem: mean((n, m) => n + m),
    amplification: 1 + mean(n => Math.max(0, n - 1)) / 0.5,
  });
  expect(measures.probabilityOfAbandonment).toMatchObject({ value: 0 });
});

// One server, services of 4 s. The request of b waits from 1 on, is served from 4 to 8 and given up at 6.5; the second,
// sent at 7.5, is served from 8 to 12. c has one attempt only.
test('by hand: the work on a request that was given up comes first', () => {
  const retry = (attempts: number) =>
    `retry: { delay: { distribution: deterministic, value: 1s }, maxAttempts: ${attempts} }`;
  const text = `{ classes: { a: { arrivals: 1/s }, b: { arrivals: 1/s, timeout: 5500ms, ${retry(2)} }, c: { arrivals: 1/s, timeout: 9s } },
    stations: { queue: { servers: 1, service: { distribution: deterministic, value: 4s } } }, routes: { arrive: queue } }`;
  expect(departuresOf(text, { a: [0], b: [1], c: [2] })).toEqual(['a@0 4', 'c@2 fails 11', 'b@1 fails 13']);
  expect(departuresOf(text, { a: [0], b: [1] })).toEqual(['a@0 4', 'b@1 12']);
});

const storm = (more: string) => `{ classes: { clients: { timeout: 1s, ${more},
    arrivals: { process: profile, rates: [70/s, 140/s, 70/s], durations: [30s, 15s, 155s] } } },
  stations: { api: { servers: 1, service: 10ms } }, routes: { arrive: api }, run: { duration: 200s, replications: 4 } }`;

test('a spike that passes leaves a queue that does not, where clients send again', async () => {
  const goodput = async (more: string) => {
    const { series = [], measures } = await answerTo(storm(more));
    const found = series.find(({ name }) => name === 'throughput')?.value ?? [];
    const attempts = series.find(({ name }) => name === 'attemptRate')?.value.at(-1) ?? Number.NaN;
    const amplified = measures.amplification?.value ?? Number.NaN;
    return { last: found.at(-1), before: found[5], attempts, amplified };
  };
  const again = await goodput('retry: { delay: 100ms, maxAttempts: 3 }');
  expect(again.before).toBeGreaterThan(60);
  expect(again.last).toBeLessThan(1);
  expect(again.amplified).toBeGreaterThan(2);
  // All three attempts of everyone.
  expect(again.attempts).toBeGreaterThan(200);
  expect(again.attempts).toBeLessThan(220);
  const once = await goodput('retry: { delay: 100ms, maxAttempts: 1 }');
  expect(once.last).toBeGreaterThan(60);
});

test('the long run of such a system is refused, and said why', async () => {
  const text =
    '{ arrivals: 70/s, service: 10ms, servers: 1, timeout: 1s, retry: { delay: 100ms, maxAttempts: 3 } }';
  const outcome = await simulate(parseScenario(text));
  expect(outcome).toEqual({ answered: false, reason: expect.stringContaining('2.1 times what it can do') });
});
