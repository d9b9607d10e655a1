import { type Distribution, ParameterError } from '../contract.js';
import { family } from '../definition.js';
import { phaseTypeOf } from '../phase-type-law.js';
import { probabilities } from '../weights.js';

/** The time through any number of exponential phases. */
export const phaseType = family(
  {
    name: 'phase-type',
    about: 'The time through exponential phases, of which each leads to another or to the end.',
    parameters: {
      initial: {
        kind: 'fractions',
        min: 0,
        max: 1,
        about: 'Of the first phase; they sum to 1. Absent: the first.',
      },
      means: { kind: 'durations', exclusiveMin: 0, about: 'Of the phases.' },
      transitions: {
        kind: 'fractions',
        min: 0,
        max: 1,
        about: 'From phase to phase, row after row; what a row leaves of 1 is the probability of the end.',
      },
    },
  },
  form => [
    form(['initial', 'means', 'transitions'], p => checked(p.initial, p.means, p.transitions)),
    form(['means', 'transitions'], p =>
      checked(
        p.means.map((_, i) => (i === 0 ? 1 : 0)),
        p.means,
        p.transitions,
      ),
    ),
  ],
);

function checked(
  initial: readonly number[],
  means: readonly number[],
  flat: readonly number[],
): Distribution {
  const n = means.length;
  if (flat.length !== n * n) {
    throw new ParameterError('transitions', flat, `${n * n} of them, a row of ${n} for each phase`);
  }
  const rows = means.map((_, i) => flat.slice(i * n, (i + 1) * n));
  for (const row of rows) {
    const sum = row.reduce((total, chance) => total + chance, 0);
    if (sum > 1 + 1e-9)
      throw new ParameterError('transitions', row, `a row with a sum of at most 1, not ${sum}`);
  }
  const transitions = rows.map(row => withoutExcess(row));
  const trapped = phaseWithoutEnd(transitions);
  if (trapped !== -1)
    throw new ParameterError('transitions', rows[trapped], `a way to the end from phase ${trapped + 1}`);
  return phaseTypeOf({ initial: probabilities('initial', initial, n), means, transitions });
}

/** A row that sums to 1 but for rounding has no way to the end. */
function withoutExcess(row: readonly number[]): readonly number[] {
  const sum = row.reduce((total, chance) => total + chance, 0);
  return Math.abs(sum - 1) < 1e-9 ? row.map(chance => chance / sum) : row;
}

/** A phase from which the end cannot be reached; -1 when there is none. */
function phaseWithoutEnd(rows: readonly (readonly number[])[]): number {
  const ends = rows.map(row => 1 - row.reduce((total, chance) => total + chance, 0) > 1e-9);
  for (let round = 0; round < rows.length; round++) {
    rows.forEach((row, i) => {
      ends[i] ||= row.some((chance, j) => chance > 0 && ends[j]);
    });
  }
  return ends.indexOf(false);
}
