import { ParameterError } from '../../distributions/contract.js';
import { isConnected } from '../connected.js';
import { processKind } from '../kind.js';
import { modulatedPoisson } from '../modulated-poisson.js';

/** Poisson arrivals whose rate changes at random. */
export const mmpp = processKind(
  {
    name: 'mmpp',
    about: 'Poisson arrivals whose rate follows a random environment (Markov-modulated).',
    parameters: {
      rates: { kind: 'rates', min: 0, about: 'Customers per unit of time in each state; one is above 0.' },
      holding: { kind: 'durations', exclusiveMin: 0, about: 'Mean time in each state.' },
      transitions: {
        kind: 'fractions',
        min: 0,
        max: 1,
        about: 'To the next state, row after row, 0 to itself. Absent: each state leads to the one after it.',
      },
    },
  },
  form => [
    form(['rates', 'holding'], ({ rates, holding }) => checked(rates, holding, cycle(rates.length))),
    form(['rates', 'holding', 'transitions'], p => checked(p.rates, p.holding, p.transitions)),
  ],
);

const cycle = (n: number): readonly number[] =>
  Array.from({ length: n * n }, (_, k) => (k % n === (Math.floor(k / n) + 1) % n ? 1 : 0));

function checked(rates: readonly number[], holding: readonly number[], flat: readonly number[]) {
  const n = rates.length;
  if (n < 2) throw new ParameterError('rates', rates, 'two states or more: one is `poisson`');
  if (!rates.some(rate => rate > 0)) throw new ParameterError('rates', rates, 'one above 0');
  if (holding.length !== n) throw new ParameterError('holding', holding, `${n} of them, one for each state`);
  if (flat.length !== n * n) {
    throw new ParameterError('transitions', flat, `${n * n} of them, a row of ${n} for each state`);
  }
  const rows = rates.map((_, i) => flat.slice(i * n, (i + 1) * n));
  const transitions = rows.map((row, i) => {
    const sum = row.reduce((total, chance) => total + chance, 0);
    if (row[i] === 0 && Math.abs(sum - 1) < 1e-6) return row.map(chance => chance / sum);
    throw new ParameterError(
      'transitions',
      row,
      `a row that sums to 1, with 0 from state ${i + 1} to itself`,
    );
  });
  if (!isConnected(transitions) || !isConnected(rows.map((_, i) => rows.map(row => row[i])))) {
    throw new ParameterError('transitions', flat, 'a way from every state to every other');
  }
  return modulatedPoisson({ rates, holding, transitions });
}
