import { ParameterError } from '../../distributions/contract.js';
import { isConnected } from '../connected.js';
import { processKind } from '../kind.js';
import { markovian } from '../markovian.js';

/** Largest number of phases: theory and set-up work with matrices of them. */
const mostPhases = 100;

/** Arrivals that a Markov chain of phases sets off. */
export const map = processKind(
  {
    name: 'map',
    about: 'A Markovian arrival process: phases that change, with and without an arrival.',
    parameters: {
      d0: {
        kind: 'rates',
        about:
          'Changes of phase without an arrival, row after row; on the diagonal minus all that leaves the phase, or 0.',
      },
      d1: { kind: 'rates', min: 0, about: 'Changes of phase with an arrival, row after row.' },
    },
  },
  form => [form(['d0', 'd1'], ({ d0, d1 }) => markovian(checked(d0, d1)))],
);

function checked(d0: readonly number[], d1: readonly number[]) {
  const n = Math.sqrt(d0.length);
  if (!Number.isInteger(n) || n > mostPhases)
    throw new ParameterError('d0', d0, `a square matrix of at most ${mostPhases} rows, row after row`);
  if (d1.length !== d0.length) throw new ParameterError('d1', d1, `${d0.length} rates, as many as d0 has`);
  const arriving = rows(d1, n);
  const silent = rows(d0, n).map((row, i) => closed(row, i, arriving[i]));
  if (!d1.some(rate => rate > 0)) throw new ParameterError('d1', d1, 'one above 0');
  const both = silent.map((row, i) => row.map((rate, j) => rate + arriving[i][j]));
  const reversed = both.map((_, i) => both.map(row => row[i]));
  if (!isConnected(both) || !isConnected(reversed))
    throw new ParameterError('d0', d0, 'a way from every phase to every other, by d0 or d1');
  return { silent, arriving };
}

const rows = (flat: readonly number[], n: number): number[][] =>
  Array.from({ length: n }, (_, i) => flat.slice(i * n, (i + 1) * n));

/** The row of d0 whose diagonal makes it and its row of d1 sum to 0. */
function closed(row: readonly number[], i: number, arriving: readonly number[]): readonly number[] {
  const others = row.map((rate, j) => (i === j ? 0 : rate));
  if (others.some(rate => rate < 0))
    throw new ParameterError('d0', row, `no negative rate beside the diagonal, as in row ${i + 1}`);
  const leaving = [...others, ...arriving].reduce((sum, rate) => sum + rate, 0);
  if (row[i] !== 0 && Math.abs(row[i] + leaving) > 1e-6 * leaving)
    throw new ParameterError('d0', row, `-${leaving} or 0 on the diagonal of row ${i + 1}`);
  if (leaving === 0) throw new ParameterError('d0', row, `a way out of phase ${i + 1}`);
  return others.map((rate, j) => (i === j ? -leaving : rate));
}
