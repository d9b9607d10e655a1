import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge, type ReferenceCase } from '../../../src/engines/theory/reference/judge.js';

/** Values worked out elsewhere with up to 50 digits, or published; each with its own tolerance, 1e-9 for most. */
const families = ['stations', 'disciplines', 'limits', 'networks', 'over-time'];

const casesOf = (family: string): readonly ReferenceCase[] =>
  JSON.parse(readFileSync(new URL(`./oracles/${family}.json`, import.meta.url), 'utf8'));

describe.each(families)('%s', family => {
  it.each(casesOf(family).map(given => [given.model, given.id, given] as const))('%s: %s', (_, __, given) => {
    const judgement = judge(given);
    if (judgement.outcome === 'unsupported') throw new Error(judgement.reason);
    expect(judgement.comparisons.filter(({ passed }) => !passed)).toEqual([]);
    expect(judgement.comparisons.length).toBeGreaterThanOrEqual(Object.keys(given.expect).length);
  });
});

describe('judging', () => {
  const known: ReferenceCase = {
    id: 'hand',
    model: 'M/M/1',
    params: { lambda: 0.5, mu: 1 },
    expect: { L: 1 },
    tolerance: { rel: 1e-9, abs: 0 },
  };

  it('fails a case whose value is off', () => {
    expect(judge(known).outcome).toBe('passed');
    expect(judge({ ...known, expect: { L: 1.000001 } })).toMatchObject({
      outcome: 'failed',
      comparisons: [{ metric: 'L', expected: 1.000001, passed: false }],
    });
  });

  it.each([
    ['an unknown model', { model: 'M/Q/7' }, 'no formula for "M/Q/7"'],
    ['an unknown metric', { expect: { L: 1, colour: 2 } }, 'no formula for colour'],
    ['a missing parameter', { params: {} }, 'lambda = nothing: expected a number'],
    ['an unstable station', { params: { lambda: 2, mu: 1 } }, 'utilisation = 2: expected a number below 1'],
    [
      'an unstable one whose laws are asked for',
      {
        model: 'PH/PH/1',
        params: {
          interarrival: { type: 'erlang', k: 2, mean: 1 },
          service: { type: 'erlang', k: 2, mean: 1.02 },
        },
        expect: { Wq: 1, wq_p99: 1 },
      },
      'utilisation = 1.02: expected a number below 1',
    ],
  ])('cannot judge %s, and says why', (_, change, reason) => {
    const judgement = judge({ ...known, ...change } as unknown as ReferenceCase);
    expect(judgement.outcome === 'unsupported' && judgement.reason).toContain(reason);
  });

  it('fails where a list is shorter than expected', () => {
    const given = {
      ...known,
      model: 'M/M/1 priority preemptive-resume',
      params: { lambdas: [0.1], mus: [1] },
    };
    expect(judge({ ...given, expect: { WPerClass: [1 / 0.9, 2] } }).outcome).toBe('failed');
  });
});
