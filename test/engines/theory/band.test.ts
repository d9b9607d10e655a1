import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renewalProcess } from '../../../src/arrivals/renewal-process.js';
import { distributionOf, fromMeanAndScv } from '../../../src/distributions/index.js';
import { erlangC } from '../../../src/engines/theory/erlang.js';
import { approximationBand } from '../../../src/engines/theory/formulas/band.js';
import { gimc } from '../../../src/engines/theory/models/gimc.js';
import { problem } from './problems.js';

const load = fc.double({ min: 0.05, max: 0.99, noNaN: true });
const scv = fc.double({ min: 0, max: 9, noNaN: true });
const count = fc.integer({ min: 1, max: 60 });

const band = (rho: number, servers: number, arrivalScv: number, serviceScv: number) =>
  approximationBand.solve({ arrivalRate: rho * servers, meanService: 1, servers, arrivalScv, serviceScv });

const near = (a: number, b: number, relative = 1e-9) =>
  expect(Math.abs(a - b), `${a} against ${b}`).toBeLessThanOrEqual(relative * Math.abs(b));

describe('the band of G/G/c', () => {
  it('is one point at M/M/1, and where the exact chance to wait is used, at M/M/c', () => {
    fc.assert(
      fc.property(load, count, (rho, c) => {
        const exact = erlangC(c, rho * c) / (c - rho * c);
        const { byName, lowest, highest } = band(rho, c, 1, 1);
        for (const [name, wait] of Object.entries(byName)) {
          if (name !== 'Sakasegawa' || c === 1) near(wait, exact);
        }
        expect(lowest).toBeLessThanOrEqual(exact * (1 + 1e-12));
        expect(highest).toBeGreaterThanOrEqual(exact * (1 - 1e-12));
      }),
      { seed: 1 },
    );
  });

  it('holds the mean of Pollaczek and Khinchine, which most of its members give', () => {
    fc.assert(
      fc.property(load, scv, (rho, serviceScv) => {
        const exact = (rho * (1 + serviceScv)) / 2 / (1 - rho);
        const { byName, lowest, highest, lowerBound, upperBound } = band(rho, 1, 1, serviceScv);
        for (const name of ['Allen-Cunneen', 'Whitt 1983', 'Sakasegawa', 'Krämer-Langenbach-Belz'] as const) {
          near(byName[name], exact);
        }
        expect(lowest).toBeLessThanOrEqual(exact * (1 + 1e-9));
        expect(highest).toBeGreaterThanOrEqual(exact * (1 - 1e-9));
        expect(lowerBound).toBeLessThanOrEqual(exact * (1 + 1e-9));
        expect(upperBound).toBeGreaterThanOrEqual(exact * (1 - 1e-9));
      }),
      { seed: 2 },
    );
  });

  it('has bounds that the exact mean of GI/M/c keeps', () => {
    fc.assert(
      fc.property(load, fc.double({ min: 0.1, max: 6, noNaN: true }), count, (rho, arrivalScv, c) => {
        const interarrival = distributionOf(fromMeanAndScv(1 / (rho * c), arrivalScv));
        const stated = problem(rho * c, 1, c, { arrivals: renewalProcess(interarrival) });
        const exact = gimc.solve(stated).measures.meanWait?.value ?? Number.NaN;
        const { lowerBound, upperBound } = band(rho, c, interarrival.scv, 1);
        expect(exact).toBeGreaterThanOrEqual(lowerBound * (1 - 1e-9));
        expect(exact).toBeLessThanOrEqual(upperBound * (1 + 1e-9));
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('closes towards saturation, where variability and load alone decide', () => {
    for (const [c, ca, cs] of [
      [1, 0.5, 2],
      [4, 3, 0.2],
      [10, 0.3, 0.3],
    ]) {
      const { lowest, highest } = band(0.99999, c, ca, cs);
      expect(highest / lowest - 1).toBeLessThan(1e-3);
    }
  });

  it('knows that clockwork never waits', () => {
    expect(band(0.9, 1, 0, 0)).toMatchObject({ lowest: 0, lowerBound: 0 });
  });
});
