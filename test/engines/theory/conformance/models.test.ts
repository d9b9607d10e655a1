import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalProcessOf } from '../../../../src/arrivals/index.js';
import { renewalProcess } from '../../../../src/arrivals/renewal-process.js';
import { ParameterError } from '../../../../src/distributions/contract.js';
import { type Answer, models, type StationProblem } from '../../../../src/engines/theory/index.js';
import { integral } from '../../../../src/numerics/quadrature.js';
import { problem } from '../problems.js';
import { lawNames, lawOf } from './draws.js';
import { expectLaw, expectSound } from './sound.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const names = fc.constantFrom(...lawNames);

/** Stations of every kind, at loads from nearly none to nearly all, and in any unit of time. */
const stations = fc
  .record({
    load: fc.oneof(between(0.05, 0.95), fc.constantFrom(1e-12, 1e-6, 0.999, 1 - 1e-6)),
    mean: between(-6, 6).map(power => 10 ** power),
    servers: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
    room: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.constantFrom(0, 1, 20)),
    arrivals: fc.constantFrom('poisson', 'renewal', 'mmpp'),
    arrivalLaw: names,
    serviceLaw: fc.oneof(fc.constant('exponential' as const), names),
  })
  .map(({ load, mean, servers, room, arrivals, arrivalLaw, serviceLaw }) => {
    const rate = (load * Math.min(servers, 30)) / mean;
    const came = {
      poisson: () => arrivalProcessOf({ process: 'poisson', rate }),
      renewal: () => renewalProcess(lawOf(arrivalLaw, 1 / rate)),
      // The mean of both rates, as long as each is held as long.
      mmpp: () =>
        arrivalProcessOf({ process: 'mmpp', rates: [0.5 * rate, 1.5 * rate], holding: [9 * mean, 9 * mean] }),
    }[arrivals]();
    return problem(rate, mean, servers, {
      arrivals: came,
      service: lawOf(serviceLaw, mean),
      capacity: servers + room,
    });
  });

const valuesOf = ({ measures, ...rest }: Answer) => ({
  ...Object.fromEntries(Object.entries(measures).map(([name, { value }]) => [name, value])),
  ...rest,
  wait: undefined,
  sojourn: undefined,
});

const covered = (index: number): StationProblem[] => {
  const { covers } = models[index];
  return fc
    .sample(stations, { seed: 11, numRuns: 1500 })
    .filter(stated => covers(stated) === true)
    .slice(0, 12);
};

describe.each(models.map(({ kendall }, index) => [kendall, index] as const))('%s', (_, index) => {
  const { solve } = models[index];
  const problems = covered(index);

  it('answers what it covers with finite numbers that agree with one another', () => {
    expect(problems.length).toBeGreaterThan(4);
    for (const stated of problems) expectSound(valuesOf(solve(stated)));
  });

  it('has quantiles that are the inverse of the cdf, of laws whose means are its means', () => {
    for (const stated of problems.slice(0, 5)) {
      const { wait, sojourn, measures } = solve(stated);
      for (const [law, mean] of [
        [wait, measures.meanWait],
        [sojourn, measures.meanSojourn],
      ] as const) {
        if (!law || !mean) continue;
        expectLaw(law, `${stated.arrivals.kendall}/${stated.service.kendall}/${stated.servers}`);
        const edges = [0, ...[0.5, 0.9, 0.99, 0.9999, 1 - 1e-7].map(law.quantile)];
        const found = edges
          .slice(1)
          .reduce((sum, to, i) => sum + integral(t => 1 - law.cdf(t), edges[i], to, 1e-4), 0);
        expect(Math.abs(found - mean.value)).toBeLessThan(2e-3 * mean.value + 1e-6 * stated.service.mean);
      }
    }
  });

  it('does not change with the unit of time', () => {
    for (const stated of problems.filter(({ arrivals }) => arrivals.kendall === 'M').slice(0, 3)) {
      const [rate, mean] = [stated.arrivals.rate, stated.service.mean];
      const faster = problem(rate * 1e6, mean / 1e6, stated.servers, { capacity: stated.capacity });
      const same = problem(rate, mean, stated.servers, { capacity: stated.capacity });
      if (models[index].covers(same) !== true) continue;
      const [a, b] = [solve(same), solve(faster)];
      const [slow, fast] = [a.measures.meanSojourn?.value ?? 0, b.measures.meanSojourn?.value ?? 0];
      expect(Math.abs(fast * 1e6 - slow)).toBeLessThanOrEqual(1e-9 * slow);
    }
  });

  it.each([
    ['servers', { servers: 0 }],
    ['servers', { servers: 1.5 }],
    ['servers', { servers: Number.NaN }],
    ['servers', { servers: 1e10 }],
    ['servers', { servers: -0 }],
    ['capacity', { capacity: Number.NaN }],
    ['capacity', { servers: 3, capacity: 2 }],
    ['arrivalRate', { arrivals: { ...problem(1, 1).arrivals, rate: Number.NaN } }],
    ['arrivalRate', { arrivals: { ...problem(1, 1).arrivals, rate: 1e308 } }],
    ['meanService', { service: { ...problem(1, 1).service, mean: -1 } }],
    ['utilisation', { arrivals: problem(1, 1).arrivals, servers: 1, capacity: Number.POSITIVE_INFINITY }],
  ] as const)('names %s where it is no such thing: %o', (parameter, change) => {
    const attempt = () => solve(problem(0.5, 1, 1, change as Partial<StationProblem>));
    expect(attempt).toThrow(ParameterError);
    expect(attempt).toThrow(new RegExp(`^${parameter} = `));
  });
});
