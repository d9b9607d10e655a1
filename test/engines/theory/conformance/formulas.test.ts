import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParameterError } from '../../../../src/distributions/contract.js';
import type { Domain } from '../../../../src/engines/theory/domain.js';
import { NotCovered } from '../../../../src/engines/theory/not-covered.js';
import { formulas, type Given, good, loaded } from './draws.js';
import { expectSound } from './sound.js';

const names = Object.keys(formulas);

/** The formula's answer, or undefined where it says that it has none. */
function answered(name: string, given: Given): unknown {
  try {
    return formulas[name].solve(given);
  } catch (error) {
    if (error instanceof NotCovered) return undefined;
    throw error;
  }
}

describe.each(names)('%s', name => {
  it('answers good parameters with finite numbers that agree with one another', () => {
    let answers = 0;
    fc.assert(
      fc.property(good(name), given => {
        const found = answered(name, given);
        if (found === undefined) return;
        answers++;
        expectSound(found, typeof found === 'number' ? 'meanWait' : '');
      }),
      { seed: 1, numRuns: 12 },
    );
    expect(answers).toBeGreaterThan(5);
  });

  it('names a parameter outside its domain, its value and what it may be', () => {
    const [given] = fc.sample(good(name), { seed: 2, numRuns: 1 });
    for (const [parameter, domain] of Object.entries(formulas[name].parameters)) {
      for (const bad of badValues(domain)) {
        const error = thrownBy(() => formulas[name].solve({ ...given, [parameter]: bad }));
        expect(error, `${parameter} = ${String(bad)}`).toBeInstanceOf(ParameterError);
        const { parameter: named, expected, message } = error as ParameterError;
        expect(named.startsWith(parameter), `${named} for ${parameter}`).toBe(true);
        expect(message).toContain(expected);
      }
    }
  });

  it('says nothing but a number or why it has none at the ends of its domains', () => {
    const { parameters } = formulas[name];
    fc.assert(
      fc.property(
        good(name),
        fc.constantFrom(...Object.keys(parameters)),
        fc.constantFrom('least', 'most', 'tiny', 'huge'),
        (given, parameter, which) => {
          const domain = parameters[parameter];
          if (domain.kind !== 'number') return;
          const value = { least: domain.least, most: domain.most, tiny: 1e-12, huge: 1e12 }[which];
          if (!(value >= domain.least && value <= domain.most) || (domain.whole && value % 1 !== 0)) return;
          let found: unknown;
          try {
            found = formulas[name].solve({ ...given, [parameter]: value });
          } catch (error) {
            if (error instanceof NotCovered || error instanceof ParameterError) return;
            throw error;
          }
          expectFinite(found);
        },
      ),
      { seed: 3, numRuns: 12 },
    );
  });

  if (hasSteadyState(name)) {
    it('has no steady state at a load of 1 or more', () => {
      const [given] = fc.sample(good(name), { seed: 4, numRuns: 1 });
      for (const rho of [1 + 1e-12, 1.5, 1e6]) {
        const error = thrownBy(() => formulas[name].solve(loaded(formulas[name], given, rho)));
        expect(error).toBeInstanceOf(ParameterError);
        expect((error as ParameterError).parameter).toMatch(/^utilisation|^load/);
      }
    });
  }
});

/** Whether there is a load at which there is none. */
function hasSteadyState(name: string): boolean {
  const { load } = formulas[name];
  const [given] = fc.sample(good(name), { seed: 4, numRuns: 1 });
  return load !== undefined && load(given) > 0;
}

/** Servers that wait for customers, or work the faster the more there are: the more seldom these come, the longer. */
const waitingForCustomers = [
  'nPolicy',
  'setUp',
  'setUpServers',
  'singleVacation',
  'closedBatches',
  'loadDependentStation',
];

describe.each(names.filter(name => formulas[name].load && !waitingForCustomers.includes(name)))(
  '%s',
  name => {
    it('keeps customers the longer the higher the load', () => {
      fc.assert(
        fc.property(good(name), fc.tuple(load, load), (given, loads) => {
          const [low, high] = [...loads].sort((a, b) => a - b);
          if (high - low < 0.01) return;
          const [less, more] = [low, high].map(rho =>
            timesIn(answered(name, loaded(formulas[name], given, rho))),
          );
          less.forEach((time, i) => {
            if (more[i] !== undefined) expect(time).toBeLessThanOrEqual(more[i] * (1 + 1e-9) + 1e-300);
          });
        }),
        { seed: 5, numRuns: 8 },
      );
    });
  },
);

const load = fc.double({ min: 0.05, max: 0.95, noNaN: true });

/** The mean times among what was found; where it is but numbers, those. */
function timesIn(found: unknown): number[] {
  if (typeof found === 'number') return [found];
  if (Array.isArray(found)) return found as number[];
  return Object.entries((found ?? {}) as Given).flatMap(([name, value]) =>
    /^mean(Wait|Sojourn)$/.test(name) && typeof value === 'number' ? [value] : [],
  );
}

function expectFinite(found: unknown): void {
  if (typeof found === 'number') expect(found).not.toBeNaN();
  if (typeof found === 'number') expect(Math.abs(found)).toBeLessThan(Number.POSITIVE_INFINITY);
  else if (typeof found === 'object' && found !== null) Object.values(found).forEach(expectFinite);
}

function badValues(domain: Domain): unknown[] {
  const never = [Number.NaN, Number.NEGATIVE_INFINITY, 1e308, -1, 'many', undefined, null];
  switch (domain.kind) {
    case 'number': {
      const most = domain.most >= 1e308 ? never.filter(value => value !== 1e308) : never;
      const least = domain.least > 0 ? [...most, 0, -0] : most;
      const endless = domain.endless ? least : [...least, Number.POSITIVE_INFINITY];
      return domain.whole ? [...endless, 1.5] : endless;
    }
    case 'list':
      return [
        undefined,
        3,
        Array.from({ length: domain.longest + 1 }, () => 1),
        ...(domain.shortest > 0 ? [[]] : []),
      ];
    case 'fields':
      return [undefined, 3, {}];
    case 'law':
      return [undefined, 3, { mean: Number.NaN }, { mean: Number.POSITIVE_INFINITY }];
    case 'made':
      return [undefined];
  }
}

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}
