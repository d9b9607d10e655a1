import { describe, expect, it } from 'vitest';
import { arrivalProcessOf } from '../../../src/arrivals/index.js';
import { distributionOf } from '../../../src/distributions/index.js';
import { catalogue } from '../../../src/engines/theory/catalogue.js';
import { cite } from '../../../src/engines/theory/citation.js';
import { confirmedNames } from '../../../src/engines/theory/confirmed.js';
import { models, type StationProblem } from '../../../src/engines/theory/index.js';
import { problem } from './problems.js';

const constant = distributionOf({ distribution: 'deterministic', mean: 1 });
const variable = distributionOf({ distribution: 'hyperexponential', mean: 1, scv: 4 });
const clockwork = arrivalProcessOf({ process: 'deterministic', rate: 0.8 });

/** Problems that between them lie inside and outside every model. */
const problems: readonly StationProblem[] = [
  problem(0.8, 1),
  problem(2.4, 1, 3),
  problem(2.4, 1, 3, { capacity: 3 }),
  problem(2.4, 1, 3, { capacity: 10 }),
  problem(2.4, 1, Number.POSITIVE_INFINITY),
  problem(0.8, 1, 1, { service: variable }),
  problem(2.4, 1, 3, { service: variable }),
  problem(2.4, 1, 3, { service: constant }),
  problem(0.8, 1, 1, { service: variable, capacity: 4 }),
  problem(0.8, 1, 1, { arrivals: clockwork }),
  problem(0.8, 1, 1, { arrivals: clockwork, service: variable, discipline: 'srpt' }),
];

describe.each(models.map(model => [model.kendall, model] as const))('%s', (_, model) => {
  it('says what it is, what it assumes, what breaks and where it comes from', () => {
    expect(model.name).not.toBe('');
    expect(model.assumptions.length).toBeGreaterThan(0);
    expect(model.breaks).toMatch(/\.$/);
    expect(model.sources.length).toBeGreaterThan(0);
    for (const source of model.sources) expect(cite(source).text).toContain(source.at);
  });

  it('covers something, and gives a reason where it does not', () => {
    const verdicts = problems.map(model.covers);
    expect(verdicts).toContain(true);
    const reasons = verdicts.filter(verdict => verdict !== true);
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/\w+ \w+/);
  });

  it('answers what it covers with finite numbers, each with a source of its own', () => {
    const listed = new Set(model.sources.map(({ ref }) => ref));
    for (const stated of problems.filter(p => model.covers(p) === true)) {
      const { measures, wait, sojourn } = model.solve(stated);
      expect(Object.keys(measures).length).toBeGreaterThanOrEqual(5);
      for (const { value, source } of Object.values(measures)) {
        expect(value).toSatisfy(Number.isFinite);
        expect(value).toBeGreaterThanOrEqual(0);
        expect([...listed, 'little1961']).toContain(source.ref);
      }
      for (const law of [wait, sojourn]) {
        if (law) expect([...listed]).toContain(law.source.ref);
      }
    }
  });
});

it('ranks exact models before approximations', () => {
  const ranks = models.map(({ exactness }) => exactness);
  expect(ranks.lastIndexOf('exact')).toBeLessThan(ranks.indexOf('approximation'));
});

it('names every model once', () => {
  expect(new Set(models.map(({ kendall }) => kendall)).size).toBe(models.length);
});

it('says of entries of the catalogue alone what their numbers agree with', () => {
  const names = new Set(catalogue.map(({ kendall }) => kendall));
  expect(confirmedNames.filter(name => !names.has(name))).toEqual([]);
});
