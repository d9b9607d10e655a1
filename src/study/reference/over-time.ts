import {
  errorOfMean,
  meanNumber,
  meanOf,
  numbersAtEnd,
  shareOfNumbers,
} from '../../engines/simulation/index.js';
import { Parameters, type ReferenceCase } from '../../engines/theory/reference/case.js';
import { rateProfile } from '../../engines/theory/reference/rates.js';
import type { Sampled } from '../../result/result.js';
import type { ArrivalSpec, Scenario } from '../../scenario/type.js';
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
/** So many standard errors of the mean number are to fit into the precision. */
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
      found.length >= most ||
      (found.length > 1000 && errors * errorOfMean(found) < precision * meanOf(found)),
    ...(signal && { signal }),
  });
  const estimates: Readonly<Record<string, () => Sampled>> = {
    L: () => meanNumber(numbers, usual.confidence),
    Lq: () =>
      meanNumber(
        numbers.map(n => Math.max(0, n - servers)),
        usual.confidence,
      ),
    pWait: () => shareOfNumbers(numbers, n => n >= servers, usual.confidence),
    p0: () => shareOfNumbers(numbers, n => n === 0, usual.confidence),
    varL: () => {
      const centre = meanOf(numbers);
      return meanNumber(
        numbers.map(n => (n - centre) ** 2),
        usual.confidence,
      );
    },
    rho: () =>
      meanNumber(
        numbers.map(n => Math.min(n, servers) / servers),
        usual.confidence,
      ),
  };
  const told = numbers.length > 1 ? Object.keys(given.expect).filter(metric => metric in estimates) : [];
  const comparisons = told.flatMap(metric => {
    const estimate = estimates[metric]();
    return [given.expect[metric]].flat().map(expected => ({
      metric,
      expected,
      ...judged(estimate, expected, confidence),
    }));
  });
  return { comparisons, told, trusted: true };
}
