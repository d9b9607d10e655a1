import { describe, expect, it } from 'vitest';
import { referenceRow } from '../../src/cli/reference/row.js';
import { referees, referenceCases } from '../../src/study/reference.js';

const known = {
  id: 'mm1-by-hand',
  model: 'M/M/1',
  params: { lambda: 1, mu: 2 },
  expect: { L: 1, W: 1, Wq: 0.5 },
  tolerance: { rel: 1e-9, abs: 0 },
};

describe('reference cases', () => {
  it.each([
    ['no list', '{}', 'expected a list of cases'],
    ['no JSON', '{', 'JSON'],
    ['no model', JSON.stringify([{ id: 'a' }]), 'a: expected an id and a model'],
    ['null', '[null]', 'case 1: expected an id'],
    ['no values', JSON.stringify([{ id: 'a', model: 'M/M/1' }]), 'a: expected params and expect'],
    ['no tolerance', JSON.stringify([{ ...known, tolerance: {} }]), 'mm1-by-hand: expected a tolerance'],
  ])('%s: says what is wrong', (_, text, message) => {
    expect(() => referenceCases(text)).toThrow(message);
  });

  it('are read and judged, a row each', async () => {
    const [given] = referenceCases(JSON.stringify([known]));
    expect(referenceRow(given, await referees.theory()(given))).toMatch(
      /^passed {6}mm1-by-hand \(3 values\): \w+ /,
    );
    const wrong = { ...known, expect: { L: 2, W: 1 } };
    expect(referenceRow(wrong, await referees.theory()(wrong))).toBe(
      'failed      mm1-by-hand (2 values): L 1, expected 2 ± 2.0e-9',
    );
    const unheard = { ...known, model: 'M/Q/1' };
    expect(referenceRow(unheard, await referees.theory()(unheard))).toBe(
      'unsupported mm1-by-hand: no formula for "M/Q/1"',
    );
  });
});
