import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../src/distributions/index.js';
import { type Answer, type Model, models, type StationProblem } from '../../../src/engines/theory/index.js';
import { problem } from './problems.js';

const model = (kendall: string): Model => {
  const found = models.find(m => m.kendall === kendall);
  if (!found) throw new Error(`no model ${kendall}`);
  return found;
};

const near = (a: number | undefined, b: number | undefined, relative = 1e-9) => {
  if (a === undefined || b === undefined) throw new Error('nothing to compare');
  expect(Math.abs(a - b)).toBeLessThanOrEqual(relative * Math.max(Math.abs(a), Math.abs(b)) + 1e-300);
};

const agree = (a: Answer, b: Answer, relative = 1e-9) => {
  expect(Object.keys(a.measures).filter(name => name in b.measures).length).toBeGreaterThan(5);
  for (const [name, { value }] of Object.entries(a.measures)) {
    const other = b.measures[name as keyof Answer['measures']];
    if (other) near(value, other.value, relative);
  }
};

const load = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const time = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const servers = fc.integer({ min: 1, max: 200 });
const limited = fc.record({
  load: fc.double({ min: 0.05, max: 3, noNaN: true }),
  time,
  servers: fc.integer({ min: 1, max: 50 }),
  room: fc.integer({ min: 0, max: 100 }),
});
const limitedProblem = ({
  load,
  time,
  servers,
  room,
}: {
  load: number;
  time: number;
  servers: number;
  room: number;
}) => problem((load * servers) / time, time, servers, { capacity: servers + room });

describe('one model is the limit of another', () => {
  it('M/M/c with one server is M/M/1, times included', () => {
    fc.assert(
      fc.property(load, time, fc.double({ min: 0.01, max: 0.9999, noNaN: true }), (rho, mean, p) => {
        const stated = problem(rho / mean, mean);
        const [one, many] = [model('M/M/1').solve(stated), model('M/M/c').solve(stated)];
        agree(one, many);
        near(one.sojourn?.quantile(p), many.sojourn?.quantile(p));
      }),
      { seed: 1 },
    );
  });

  it('M/M/c/K with much room is M/M/c, times included', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        (rho, c) => {
          const endless = model('M/M/c').solve(problem(rho * c, 1, c));
          const cutOff = model('M/M/c/K').solve(problem(rho * c, 1, c, { capacity: c + 2000 }));
          agree(endless, cutOff);
          for (const p of [0.5, 0.99, 0.999]) {
            near(endless.wait?.quantile(p), cutOff.wait?.quantile(p));
            near(endless.sojourn?.quantile(p), cutOff.sojourn?.quantile(p));
          }
        },
      ),
      { seed: 2, numRuns: 40 },
    );
  });

  it('M/M/c/K without waiting room is Erlang B', () => {
    fc.assert(
      fc.property(limited, given => {
        const stated = limitedProblem({ ...given, room: 0 });
        agree(model('M/M/c/K').solve(stated), model('M/G/c/c').solve(stated));
      }),
      { seed: 3 },
    );
  });

  it('M/G/1 with exponential services is M/M/1', () => {
    fc.assert(
      fc.property(load, time, (rho, mean) => {
        const stated = problem(rho / mean, mean);
        agree(model('M/M/1').solve(stated), model('M/G/1').solve(stated));
      }),
      { seed: 4 },
    );
  });

  it('the approximations are exact where the wait is known exactly: M/M/c and M/G/1', () => {
    fc.assert(
      fc.property(load, time, servers, fc.integer({ min: 1, max: 9 }), (rho, mean, c, k) => {
        agree(
          model('G/G/c').solve(problem((rho * c) / mean, mean, c)),
          model('M/M/c').solve(problem((rho * c) / mean, mean, c)),
        );
        const erlang = problem(rho / mean, mean, 1, {
          service: distributionOf({ distribution: 'erlang', mean, k }),
        });
        agree(model('M/G/c').solve(erlang), model('M/G/1').solve(erlang));
      }),
      { seed: 5 },
    );
  });
});

describe('what every answer owes', () => {
  const solvable: fc.Arbitrary<StationProblem> = fc.oneof(
    fc
      .record({ load, time, servers })
      .map(({ load, time, servers }) => problem((load * servers) / time, time, servers)),
    limited.map(limitedProblem),
  );
  const solved = (stated: StationProblem): Answer[] =>
    models.filter(m => m.covers(stated) === true).map(m => m.solve(stated));

  it("Little's law, for the queue and for the system", () => {
    fc.assert(
      fc.property(solvable, stated => {
        for (const { measures: m } of solved(stated)) {
          near(m.meanNumberInQueue?.value, m.throughput!.value * m.meanWait!.value, 1e-12);
          near(m.meanNumberInSystem?.value, m.throughput!.value * m.meanSojourn!.value, 1e-12);
          near(m.utilisation!.value * stated.servers, m.throughput!.value * m.meanService!.value, 1e-12);
        }
      }),
      { seed: 6 },
    );
  });

  it('quantiles that are the inverse of the cdf, and laws whose mean is the mean', () => {
    fc.assert(
      fc.property(solvable, fc.double({ min: 0.001, max: 0.9999, noNaN: true }), (stated, p) => {
        for (const { wait, sojourn } of solved(stated)) {
          for (const law of [wait, sojourn]) {
            if (!law) continue;
            const t = law.quantile(p);
            if (t === 0) expect(law.cdf(0)).toBeGreaterThanOrEqual(p * (1 - 1e-9));
            else expect(Math.abs(law.cdf(t) - p)).toBeLessThan(1e-9);
            expect(law.cdf(-1)).toBe(0);
          }
        }
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it('a law of the wait whose mean is the mean wait', () => {
    fc.assert(
      fc.property(
        limited.filter(({ room }) => room > 0),
        given => {
          const stated = limitedProblem(given);
          const { measures, wait, sojourn } = model('M/M/c/K').solve(stated);
          const allowed = (mean: number) => 1e-5 * mean + 1e-9 * given.time;
          const [meanWait, meanSojourn] = [measures.meanWait!.value, measures.meanSojourn!.value];
          expect(Math.abs(meanOf(wait!, given.time) - meanWait)).toBeLessThan(allowed(meanWait));
          expect(Math.abs(meanOf(sojourn!, given.time) - meanSojourn)).toBeLessThan(allowed(meanSojourn));
        },
      ),
      { seed: 8, numRuns: 20 },
    );
  });

  it('more load, longer waits', () => {
    fc.assert(
      fc.property(load, load, servers, (a, b, c) => {
        fc.pre(Math.abs(a - b) > 1e-6);
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map(rho => problem(rho * c, 1, c));
        for (const kendall of ['M/M/c', 'G/G/c']) {
          const [less, more] = [low, high].map(
            stated => model(kendall).solve(stated).measures.meanWait!.value,
          );
          expect(less).toBeLessThanOrEqual(more);
        }
      }),
      { seed: 9 },
    );
  });
});

/** The integral of the tail by Simpson's rule, over steps that suit an exponential tail. */
function meanOf(law: { cdf: (t: number) => number }, scale: number): number {
  let end = scale;
  while ((1 - law.cdf(end)) * end > 1e-9 * scale) end *= 1.5;
  const steps = 1000;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    // Squared, so that the points crowd where a wait of many servers ends: next to 0.
    const u = i / steps;
    const weight = i === 0 || i === steps ? 1 : i % 2 ? 4 : 2;
    sum += weight * (1 - law.cdf(end * u * u)) * 2 * u;
  }
  return (sum * end) / (3 * steps);
}
