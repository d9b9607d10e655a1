import { describe, expect, it } from 'vitest';
import {
  type DistributionSpec,
  distributionOf,
  families,
  ParameterError,
} from '../../src/distributions/index.js';
import { examples, specs } from './examples.js';

function refusal(spec: DistributionSpec): ParameterError {
  try {
    distributionOf(spec);
  } catch (error) {
    if (error instanceof ParameterError) return error;
    throw error;
  }
  throw new Error(`accepted: ${JSON.stringify(spec)}`);
}

const bad = [Number.NaN, Number.POSITIVE_INFINITY, -1, 'x', null, true, []];

describe.each(specs.map(spec => [JSON.stringify(spec), spec] as const))('%s', (_, spec) => {
  const names = Object.keys(spec).filter(name => name !== 'distribution');

  it('refuses values that are no numbers, or negative, at every parameter', () => {
    for (const name of names) {
      for (const value of bad) {
        const error = refusal({ ...spec, [name]: value } as DistributionSpec);
        expect([error.parameter, error.value]).toEqual([name, value]);
        expect(error.message).toContain(error.expected);
      }
    }
  });

  it('refuses lists with a bad element, or none, where a list is meant', () => {
    for (const name of names.filter(name => Array.isArray(spec[name]))) {
      const list = spec[name] as readonly number[];
      for (const value of [[], [...list.slice(1), -1], [...list.slice(1), Number.NaN], [[1]]]) {
        expect(refusal({ ...spec, [name]: value } as DistributionSpec).parameter).toBe(name);
      }
    }
  });

  it('asks for what is missing and refuses what is too much', () => {
    for (const name of names) {
      const { [name]: _, ...rest } = spec;
      const sets = families[spec.distribution as keyof typeof families].forms.map(form =>
        [...form].sort().join(),
      );
      const left = names.filter(other => other !== name).sort();
      if (!sets.includes(left.join())) expect(refusal(rest as DistributionSpec).message).toMatch(/ takes /);
    }
    expect(refusal({ ...spec, speed: 3 })).toMatchObject({ parameter: 'speed', value: 3 });
  });
});

const combinations: readonly [DistributionSpec, string][] = [
  [{ distribution: 'gaussian', mean: 1 }, 'distribution'],
  [{ distribution: 'constructor', mean: 1 }, 'distribution'],
  [{ distribution: 'exponential', mean: 0 }, 'mean'],
  [{ distribution: 'exponential', mean: 1, rate: 1 }, 'rate'],
  [{ distribution: 'erlang', mean: 1, k: 2.5 }, 'k'],
  [{ distribution: 'erlang', mean: 1, k: 0 }, 'k'],
  [{ distribution: 'hyperexponential', mean: 1, scv: 0.9 }, 'scv'],
  [{ distribution: 'hyperexponential', probabilities: [0.5, 0.4], means: [1, 2] }, 'probabilities'],
  [{ distribution: 'hyperexponential', probabilities: [1], means: [1, 2] }, 'probabilities'],
  [{ distribution: 'hyperexponential', probabilities: [0.5, 0.5], means: [1, 0] }, 'means'],
  [{ distribution: 'phase-type', means: [1, 1], transitions: [0, 1, 0] }, 'transitions'],
  [{ distribution: 'phase-type', means: [1, 1], transitions: [0, 1, 1, 0] }, 'transitions'],
  [{ distribution: 'phase-type', means: [1, 1], transitions: [0, 0.6, 0.9, 0.2] }, 'transitions'],
  [{ distribution: 'phase-type', initial: [0.5, 0.4], means: [1, 1], transitions: [0, 0, 0, 0] }, 'initial'],
  [{ distribution: 'coxian', mean: 1, scv: 0.4 }, 'scv'],
  [{ distribution: 'coxian', means: [1, 2, 3], onward: [0.5] }, 'onward'],
  [{ distribution: 'gamma', mean: 1, scv: 0 }, 'scv'],
  [{ distribution: 'lognormal', median: 2, p99: 1 }, 'p99'],
  [{ distribution: 'lognormal', mean: 2, scv: 0 }, 'scv'],
  [{ distribution: 'weibull', shape: 0.01, scale: 1 }, 'shape'],
  [{ distribution: 'pareto', mean: 1, alpha: 1 }, 'alpha'],
  [{ distribution: 'pareto', alpha: 2, min: 0 }, 'min'],
  [{ distribution: 'bounded-pareto', alpha: 1, min: 2, max: 2 }, 'max'],
  [{ distribution: 'bounded-pareto', mean: 1, scv: 1, alpha: 4 }, 'scv'],
  [{ distribution: 'uniform', min: 3, max: 2 }, 'max'],
  [{ distribution: 'uniform', mean: 1, scv: 0.34 }, 'scv'],
  [{ distribution: 'triangular', min: 1, mode: 4, max: 3 }, 'mode'],
  [{ distribution: 'triangular', min: 3, mode: 3, max: 3 }, 'max'],
  [{ distribution: 'beta', mean: 2, scv: 0.1, max: 1 }, 'mean'],
  [{ distribution: 'beta', mean: 0.5, scv: 1, max: 1 }, 'scv'],
  [{ distribution: 'empirical', values: [1, 2], weights: [1] }, 'weights'],
  [{ distribution: 'empirical', values: [1, 2], weights: [0, 0] }, 'weights'],
  [
    { distribution: 'mixture', probabilities: [1], of: [{ distribution: 'erlang', mean: 1, k: 0 }] },
    'of.0.k',
  ],
  [{ distribution: 'shifted', of: { distribution: 'nothing' }, by: 1 }, 'of.distribution'],
  [{ distribution: 'truncated', of: { distribution: 'uniform', min: 1, max: 2 }, max: 1 }, 'max'],
  [{ distribution: 'truncated', of: { distribution: 'exponential', mean: 1 }, min: 3, max: 2 }, 'max'],
  [{ distribution: 'truncated', of: { distribution: 'exponential', mean: 1 }, min: 50 }, 'min'],
];

describe('combinations outside the domain', () => {
  it.each(combinations)('%j', (spec, parameter) => {
    expect(refusal(spec).parameter).toBe(parameter);
  });

  it('says what a family takes when the name is right and the parameters are not', () => {
    expect(refusal({ distribution: 'erlang', mean: 1 }).message).toBe(
      'k = undefined: expected it to be given: erlang takes mean and k, or rate and k',
    );
    expect(refusal({ distribution: 'exponential', mean: -1 }).message).toBe(
      'mean = -1: expected a duration above 0',
    );
  });

  it('has an example for every family', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(families).sort());
  });
});
