import { expect, test } from 'vitest';
import { simulate } from '../../../src/engines/simulation/index.js';
import type { Estimate, Result } from '../../../src/result/result.js';
import { poisson, station } from './station.js';

const seeds = Array.from({ length: 40 }, (_, i) => i + 1);

/** Exact by hand: M/M/c waits exponentially at rate c mu - lambda with probability P(wait), mean service 1 s. */
interface Exact {
  readonly probabilityOfWait: number;
  readonly rate: number;
}

/** Erlang's C with a = 2.4, c = 3: (a^3 / 3! * 3 / 0.6) over that plus 1 + a + a^2 / 2. */
const waitInMM3 = (2.4 ** 3 / 6) * (3 / 0.6);
const cases = [
  {
    name: 'M/M/3 at utilisation 0.8',
    rate: 2.4,
    servers: 3,
    exact: { probabilityOfWait: waitInMM3 / (waitInMM3 + 1 + 2.4 + 2.88), rate: 0.6 },
  },
  { name: 'M/M/1 at utilisation 0.8', rate: 0.8, servers: 1, exact: { probabilityOfWait: 0.8, rate: 0.2 } },
];

const meanWait = ({ probabilityOfWait, rate }: Exact): number => probabilityOfWait / rate;
const p99Wait = ({ probabilityOfWait, rate }: Exact): number => Math.log(probabilityOfWait / 0.01) / rate;

const covers = (estimate: Estimate | undefined, exact: number): boolean =>
  estimate?.kind === 'sampled' && estimate.low <= exact && exact <= estimate.high;

test.each(cases)(
  'the 95 % intervals of $name cover the exact values in 33 to 40 of 40 runs',
  async ({ rate, servers, exact }) => {
    let meanCovered = 0;
    let p99Covered = 0;
    for (const seed of seeds) {
      const result = await answer(seed, rate, servers);
      if (covers(result.measures.meanWait, meanWait(exact))) meanCovered++;
      if (
        covers(
          result.waitQuantiles.find(({ p }) => p === 0.99),
          p99Wait(exact),
        )
      )
        p99Covered++;
      expect(result.simulation?.reached).toBe(true);
    }
    expect(meanCovered).toBeGreaterThanOrEqual(33);
    expect(p99Covered).toBeGreaterThanOrEqual(33);
  },
);

async function answer(seed: number, rate: number, servers: number): Promise<Result> {
  const outcome = await simulate(
    station({ arrivals: poisson(rate), servers, run: { seed, stopOn: ['meanWait', 'p99Wait'] } }),
  );
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result;
}
