import { arrivalProcessOf } from '../../arrivals/index.js';
import { isOpen } from '../../scenario/supply-rate.js';
import type { OpenClass, Scenario } from '../../scenario/type.js';
import { formatDuration } from '../../units.js';
import { PlanningProblem } from '../problem.js';

/** A stretch of time with one rate. */
export interface Stretch {
  /** Seconds from the start of the period. */
  readonly from: number;
  readonly until: number;
  /** Customers per second. */
  readonly rate: number;
}

/** A part of the period with a number of servers of its own; the rate is the mean one. */
export interface Interval extends Stretch {
  readonly stretches: readonly Stretch[];
}

export interface Period {
  /** Seconds. */
  readonly length: number;
  readonly intervals: readonly Interval[];
  /** What is true of all customers besides their arrivals. */
  readonly customers: OpenClass;
}

const usualCount = 24;
/** Each keeps times of its own, which takes memory. */
const mostIntervals = 48;
/** A rate that never jumps is taken as constant over so many parts of each interval. */
const stepsOfSmooth = 12;

/**
 * The time after which the arrivals repeat themselves, or that of the run, cut into equal intervals.
 * @param every seconds; absent: a 24th of the period
 * @throws PlanningProblem where the arrivals do not follow a clock, or the intervals do not fill the period
 */
export function periodOf({ classes, run }: Scenario, every?: number): Period {
  const [[name, customers], ...others] = Object.entries(classes);
  if (others.length > 0 || !isOpen(customers))
    throw new PlanningProblem(
      `staffing by interval is known for customers of one class who come from outside; there are ${others.length + 1} classes`,
    );
  const { clock, cycle } = arrivalProcessOf(customers.arrivals);
  if (clock === undefined || cycle === undefined)
    throw new PlanningProblem(
      `the arrivals of "${name}" do not change with the clock, so one number of servers does for all the time: ask "sojourn size"; expected a profile such as arrivals: { process: profile, hourly: [4/h, 2/h, ...] }`,
    );
  if (run.duration === undefined && clock.jumps(3 * cycle).every(t => t <= cycle) && settles(customers))
    throw new PlanningProblem(
      'the last rate of the profile goes on for ever; expected as many durations as rates, or a run.duration',
    );
  const length = run.duration ?? cycle;
  const width = every ?? length / usualCount;
  const count = Math.round(length / width);
  if (count < 2 || Math.abs(count * width - length) > 1e-9 * length)
    throw new PlanningProblem(
      `intervals of ${formatDuration(width)} do not fill the ${formatDuration(length)} of the ${run.duration === undefined ? 'profile' : 'run'}; expected a whole number of them, two or more`,
    );
  if (count > mostIntervals)
    throw new PlanningProblem(
      `${count} intervals of ${formatDuration(width)} are more than ${mostIntervals}; expected longer ones`,
    );
  const jumps = clock.jumps(length);
  const steps = jumps.length === 0 ? stepsOfSmooth : 1;
  const intervals = Array.from({ length: count }, (_, k): Interval => {
    const [from, until] = [k * width, (k + 1) * width];
    const parts = Array.from({ length: steps + 1 }, (_, i) => from + (i / steps) * width);
    const edges = [...new Set([...parts, ...jumps.filter(t => t > from && t < until)])].sort((a, b) => a - b);
    const stretches = edges.slice(1).map((end, i) => ({
      from: edges[i],
      until: end,
      rate: clock.at((edges[i] + end) / 2),
    }));
    const mean = stretches.reduce((sum, one) => sum + one.rate * (one.until - one.from), 0) / width;
    return { from, until, rate: mean, stretches };
  });
  return { length, intervals, customers };
}

/** A profile with one duration fewer than rates. */
const settles = ({ arrivals: { rates, durations } }: OpenClass): boolean =>
  Array.isArray(rates) && Array.isArray(durations) && durations.length < rates.length;

/** The class of those who come in an interval, by its number. */
export const classOf = (interval: number): string => `interval-${interval}`;

/** The scenario in which those who come in each interval are a class of their own, so that each is told apart. */
export function byInterval(scenario: Scenario, { length, intervals, customers }: Period): Scenario {
  const classes = intervals.flatMap(({ from, until, rate, stretches }, i) => {
    if (rate === 0) return [];
    const parts = [{ from: 0, until: from, rate: 0 }, ...stretches, { from: until, until: length, rate: 0 }];
    const lasting = parts.filter(part => part.until > part.from);
    const arrivals = {
      process: 'profile',
      rates: lasting.map(part => part.rate),
      durations: lasting.map(part => part.until - part.from),
    };
    return [[classOf(i), { ...customers, arrivals }] as const];
  });
  return { ...scenario, classes: Object.fromEntries(classes) };
}
