import { type Distribution, ParameterError } from '../../../distributions/contract.js';
import { add, identity, type Matrix, matrix, multiply, transpose } from '../../../numerics/matrix.js';
import { durationOrNone, lawOf, list, rate, scv } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';

/** Lists by line, in the order in which the server goes round. */
export interface PolledLines {
  readonly rates: readonly number[];
  readonly services: readonly Distribution[];
  /** From one line to the next, seconds; 0: at once, and without work the server rests where it is. */
  readonly meanSwitchOver: number;
  readonly switchOverScv: number;
}

/** Whom a visit serves: those there when it begins, or all until the line is empty. */
type Visits = 'gated' | 'exhaustive';

const loads = ({ rates, services }: PolledLines): number[] => rates.map((each, i) => each * services[i].mean);
const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

const polled = (
  visits: Visits,
  told: { readonly name: string; readonly formula: string; readonly source: Source },
) =>
  formula({
    kendall: `M/G/1 polling, ${visits}`,
    name: told.name,
    exactness: 'exact',
    assumptions: [
      'Poisson arrivals at each line',
      'independent service times of any law, one for each line',
      'one server that goes round the lines in a fixed order, each line first come first served',
      'independent times from line to line, all of one law',
      'unlimited lines',
    ],
    formula: told.formula,
    breaks: 'A server that looks where most wait, or skips lines, does better than it says.',
    sources: [told.source, { ref: 'resing1993', at: 'branching from visit to visit' }],
    parameters: {
      rates: list(rate, 1, 40),
      services: list(lawOf(2), 1, 40),
      meanSwitchOver: durationOrNone,
      switchOverScv: scv,
    },
    load: (lines: PolledLines) => {
      if (lines.rates.length !== lines.services.length)
        throw new ParameterError('services', `${lines.services.length} laws`, 'one for each rate');
      return sumOf(loads(lines));
    },
    solve: (lines: PolledLines) => waitsOf(lines, visits),
  });

export const pollingExhaustive = polled('exhaustive', {
  name: 'a server that goes round several lines and serves each until it is empty',
  formula:
    'Wq_i = E X_i (X_i - 1) / (2 λ_i E X_i) + λ_i E S_i² / (2 (1 - ρ_i)), X_i present when a visit begins',
  source: { ref: 'takagi1986', at: 'exhaustive service' },
});

export const pollingGated = polled('gated', {
  name: 'a server that goes round several lines and serves whom it finds in each when it comes',
  formula: 'Wq_i = (1 + ρ_i) E X_i (X_i - 1) / (2 λ_i E X_i), X_i present when a visit begins',
  source: { ref: 'takagi1986', at: 'gated service' },
});

/**
 * Mean waits by line. Whoever is present when a visit begins is replaced by those who come during a time of its own,
 * so that numbers present at visits are a branching process with immigration while the server is on its way: its means and
 * covariances over one round solve V = M V M' + Q. With no time from line to line both are taken for each second of it, in
 * the limit.
 */
function waitsOf(lines: PolledLines, visits: Visits): readonly number[] {
  const { rates, services, meanSwitchOver: given, switchOverScv } = lines;
  const [size, atOnce] = [rates.length, given === 0];
  const switchOver = atOnce ? 1 / sumOf(rates) : given;
  const rho = loads(lines);
  const cycle = (size * switchOver) / (1 - sumOf(rho));
  const found = rates.map((each, i) => each * cycle * (visits === 'gated' ? 1 : 1 - rho[i]));
  const onTheWay = comers(rates, switchOver, atOnce ? 0 : switchOver ** 2 * switchOverScv);
  const steps = rates.map((_, i) => {
    const { mean, variance, left } = replacement(lines, visits, i);
    const others = rates.map((each, j) => (j === i && !left ? 0 : each));
    return {
      ...{ line: i, come: others.map(each => each * mean) },
      noise: add(onTheWay, comers(others, mean, variance), found[i]),
    };
  });
  const pass = (covariance: Matrix, i: number): Matrix => add(turned(covariance, steps[i]), steps[i].noise);
  const round = steps.reduce(followed, identity(size));
  let covariance = solved(
    round,
    steps.reduce((sum, _, i) => pass(sum, i), matrix(size, size)),
  );
  return rates.map((each, i) => {
    const spread = covariance.data[i * size + i] / found[i] - 1;
    covariance = pass(covariance, i);
    // E X (X - 1) / E X, in whose limit the square of the mean is nothing.
    const pairs = atOnce ? spread : spread + found[i];
    if (visits === 'gated') return ((1 + rho[i]) * pairs) / (2 * each);
    const { mean, scv } = services[i];
    return pairs / (2 * each) + (each * mean ** 2 * (1 + scv)) / (2 * (1 - rho[i]));
  });
}

/** How long the server is busy with one customer of the line and, if it serves all, those who come to it meanwhile. */
function replacement({ rates, services }: PolledLines, visits: Visits, i: number) {
  const { mean, scv } = services[i];
  const variance = mean ** 2 * scv;
  if (visits === 'gated') return { mean, variance, left: true };
  // A busy period of M/G/1.
  const idle = 1 - rates[i] * mean;
  const square = (mean ** 2 * (1 + scv)) / idle ** 3;
  return { mean: mean / idle, variance: square - (mean / idle) ** 2, left: false };
}

/** Covariances of the numbers who come to the lines in a time of such mean and variance. */
const comers = (rates: readonly number[], mean: number, variance: number): Matrix =>
  matrix(
    rates.length,
    rates.length,
    (j, k) => rates[j] * rates[k] * variance + (j === k ? rates[j] * mean : 0),
  );

/** Of a visit: each of the line is replaced by the mean of those who come meanwhile; the others stay. */
interface Turn {
  readonly line: number;
  readonly come: readonly number[];
}

/** The turn after what this matrix does. */
const followed = ({ data, rows }: Matrix, { line, come }: Turn): Matrix =>
  matrix(rows, rows, (j, k) => (j === line ? 0 : data[j * rows + k]) + come[j] * data[line * rows + k]);

/** Covariances after it. */
function turned({ data, rows }: Matrix, { line, come }: Turn): Matrix {
  const stay = (j: number, k: number): number => (j === line || k === line ? 0 : data[j * rows + k]);
  const own = data[line * rows + line];
  return matrix(rows, rows, (j, k) => {
    const [first, second] = [j === line ? 0 : data[line * rows + j], k === line ? 0 : data[line * rows + k]];
    return stay(j, k) + come[j] * second + come[k] * first + come[j] * come[k] * own;
  });
}

const around = (a: Matrix, v: Matrix): Matrix => multiply(multiply(a, v), transpose(a));

/** V = M V M' + Q = Q + M Q M' + ..., twice as many terms with every step: R. A. Smith, SIAM Journal on Applied Mathematics 16 (1968) 198-201. */
function solved(m: Matrix, q: Matrix): Matrix {
  let [power, sum] = [m, q];
  for (let step = 0; step < 64 && Math.max(...power.data) > 1e-20; step++) {
    sum = add(sum, around(power, sum));
    power = multiply(power, power);
  }
  return sum;
}
