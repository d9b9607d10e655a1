import { numbersAtEnd } from '../../engines/simulation/index.js';
import { Parameters, type ReferenceCase } from '../../engines/theory/reference/case.js';
import { rateProfile } from '../../engines/theory/reference/rates.js';
import type { Sampled } from '../../result/result.js';
import type { ArrivalSpec, Scenario } from '../../scenario/type.js';
import { proportionInterval } from '../../statistics/proportion.js';
import { studentFactor } from '../../statistics/student.js';
import { judged } from './judged.js';
import { type Found, type JudgeOptions, usual } from './usual.js';

/** The kinds of cases that ask for a moment, by the names of their models. */
const kinds: readonly string[] = [
  'M/M/c transient',
  'M/M/1 transient',
  'M/M/inf transient',
  'M(t)/M/c transient (starts empty at t=0)',
  'M(t)/M/1 transient (starts empty at t=0)',
  'M(t)/M/inf (starts empty at t=0)',
];

export const isOverTime = ({ model }: ReferenceCase): boolean => kinds.includes(model);

/** Stretches of one rate that stand for a rate that changes all the time: their error is of the order of a square. */
const stretches = 400;

function arrivalsOf(p: Parameters, end: number): ArrivalSpec {
  if (!p.has('lambdaOfT')) return { process: 'poisson', rate: p.number('lambda') };
  const { at, jumps } = rateProfile(p.value('lambdaOfT'));
  const grid = Array.from({ length: stretches + 1 }, (_, i) => (i / stretches) * end);
  const times = [...new Set([...grid, ...jumps(end)])].sort((a, b) => a - b);
  const durations = times.slice(1).map((time, i) => time - times[i]);
  return { process: 'profile', rates: durations.map((length, i) => at(times[i] + length / 2)), durations };
}

function scenarioOver(given: ReferenceCase, p: Parameters, end: number): Scenario {
  const count = p.number('c', given.model.includes('/M/inf') ? Number.POSITIVE_INFINITY : 1);
  const initial = p.number(['initial', 'n0'], 0);
  return {
    name: given.id,
    classes: { customers: { arrivals: arrivalsOf(p, end) } },
    stations: {
      queue: {
        servers: Number.isFinite(count) ? count : 'infinite',
        service: { distribution: 'exponential', mean: 1 / p.number('mu', 1) },
        discipline: { discipline: 'fcfs' },
        ...(initial > 0 && { backlog: { customers: initial } }),
      },
    },
    routes: { arrive: { queue: 1 }, queue: { leave: 1 } },
    run: { ...usual, stopOn: [] },
  };
}

/** Runs at most. */
const most = 100_000;
/** Half-widths that a standard error of the mean number is to be of. */
const errors = 4;

/** The number in the system at one moment, over independent runs up to then. */
export async function judgeOverTime(
  given: ReferenceCase,
  confidence: number,
  { signal, run }: JudgeOptions,
): Promise<Found> {
  const p = new Parameters(given.params);
  const end = p.number(['t', 'time']);
  const scenario = scenarioOver(given, p, end);
  const { servers: asked } = scenario.stations.queue;
  const servers = asked === 'infinite' ? Number.POSITIVE_INFINITY : asked;
  const precision = run?.precision ?? usual.precision;
  const numbers = await numbersAtEnd(scenario, end, {
    enough: found =>
      found.length >= most || (found.length > 1000 && errors * errorOf(found) < precision * meanOf(found)),
    ...(signal && { signal }),
  });
  const estimates: Readonly<Record<string, () => Sampled>> = {
    L: () => mean(numbers, confidence),
    Lq: () =>
      mean(
        numbers.map(n => Math.max(0, n - servers)),
        confidence,
      ),
    pWait: () => share(numbers, n => n >= servers, confidence),
    p0: () => share(numbers, n => n === 0, confidence),
    varL: () => {
      const centre = meanOf(numbers);
      return mean(
        numbers.map(n => (n - centre) ** 2),
        confidence,
      );
    },
    rho: () =>
      mean(
        numbers.map(n => Math.min(n, servers) / servers),
        confidence,
      ),
  };
  const told = numbers.length > 1 ? Object.keys(given.expect).filter(metric => metric in estimates) : [];
  const comparisons = told.flatMap(metric => {
    const estimate = estimates[metric]();
    return [given.expect[metric]].flat().map(expected => ({
      metric,
      expected,
      value: estimate.value,
      ...judged(estimate, expected, confidence),
    }));
  });
  return { comparisons, told, trusted: true };
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** Standard error of the mean. */
function errorOf(numbers: readonly number[]): number {
  const centre = meanOf(numbers);
  const squares = numbers.reduce((sum, n) => sum + (n - centre) ** 2, 0);
  return Math.sqrt(squares / (numbers.length * (numbers.length - 1)));
}

function mean(numbers: readonly number[], confidence: number): Sampled {
  const value = meanOf(numbers);
  const error = errorOf(numbers);
  return sampled(numbers.length, value, confidence, level => {
    const halfWidth = studentFactor(level, numbers.length - 1) * error;
    return { low: value - halfWidth, high: value + halfWidth };
  });
}

function share(numbers: readonly number[], has: (n: number) => boolean, confidence: number): Sampled {
  const count = numbers.filter(has).length;
  return sampled(numbers.length, count / numbers.length, confidence, level =>
    proportionInterval(count, numbers.length, level),
  );
}

/** With the half-width by which all cases are called wide, and the interval of the level asked for. */
function sampled(
  count: number,
  value: number,
  confidence: number,
  interval: (level: number) => { low: number; high: number },
): Sampled {
  const usual = interval(0.95);
  const halfWidth = Math.max(usual.high - value, value - usual.low);
  return { kind: 'sampled', value, ...interval(confidence), halfWidth, confidence, effectiveSamples: count };
}
