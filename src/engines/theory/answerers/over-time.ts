import { arrivalProcessOf } from '../../../arrivals/index.js';
import type { TimeSeries } from '../../../result/result.js';
import { exit } from '../../../scenario/place.js';
import { onlyTo } from '../../../scenario/routes/next-places.js';
import { isOpen } from '../../../scenario/supply-rate.js';
import type { Scenario } from '../../../scenario/type.js';
import { formatDuration } from '../../../units.js';
import { fluidDrain } from '../formulas/backlog.js';
import { transientStation } from '../formulas/transient.js';
import type { Answer, Value } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { along, overCycle } from '../over-time/along.js';
import { fluid } from '../over-time/fluid.js';
import type { ClockedStation, Passed } from '../over-time/path.js';
import { rateOverTime, togetherOverTime } from '../over-time/rates.js';
import { kendallOf } from '../problem.js';
import { type StationCase, stationCase } from '../stations/case.js';
import { meaningOf } from '../words.js';
import type { Answerer, SystemAnswer } from './answerer.js';

/** Points of every series, as many as the simulation has. */
const stretches = 48;

/** A station at which what happens depends on the time: in a run of given length, or with arrivals that follow the clock. */
export const overTime: Answerer = {
  knows: ['run.duration', 'station.backlog'],
  answer: scenario => {
    const { duration } = scenario.run;
    const given = onlyStation(scenario);
    if (given === undefined)
      return duration === undefined ? undefined : 'over a given time theory knows one station';
    const { arrivals } = given;
    if (duration === undefined && arrivals.cycle === undefined) return undefined;
    const foreign = given.words.find(word => word !== 'station.backlog');
    if (foreign !== undefined) return `what happens depends on the time, and ${meaningOf(foreign)}`;
    const rates = given.visitors.flatMap(visitor => rateOverTime(visitor.arrivals) ?? []);
    if (rates.length < given.visitors.length)
      return `what happens depends on the time, and the arrivals are not Poisson (${arrivals.kendall})`;
    const wrong = outside(given);
    if (wrong !== undefined) return wrong;
    const station: ClockedStation = {
      arrivals: togetherOverTime(rates),
      meanService: given.service.mean,
      servers: given.servers,
      capacity: given.capacity,
    };
    if (given.station.backlog !== undefined && typeof given.station.backlog !== 'number')
      return 'customers of several classes are there at the start';
    return duration === undefined ? inTheLongRun(given, station) : inTime(given, station, duration);
  },
};

/** Customers at the start. */
const initialOf = ({ station: { backlog } }: StationCase): number =>
  typeof backlog === 'number' ? backlog : 0;

/** The one station that customers from outside visit once. */
function onlyStation({ classes, stations, routes }: Scenario): StationCase | undefined {
  const [[name, station], ...others] = Object.entries(stations);
  if (others.length > 0 || !onlyTo(routes[name], exit)) return undefined;
  const visitors = Object.entries(classes).flatMap(([className, customers]) =>
    isOpen(customers) ? [{ name: className, customers, arrivals: arrivalProcessOf(customers.arrivals) }] : [],
  );
  return visitors.length === Object.keys(classes).length ? stationCase(station, visitors) : undefined;
}

const finishing = ['fcfs', 'lcfs', 'siro', 'priority', 'edf'];
const sharing = ['ps', 'limited-ps'];

function outside({ discipline, service, oneLaw }: StationCase): string | undefined {
  if (!finishing.includes(discipline) && !sharing.includes(discipline))
    return `the discipline is ${discipline}, and what happens depends on the time`;
  if (service.kendall !== 'M' || !oneLaw)
    return 'what happens depends on the time, and the service times are not exponential of one mean';
  return undefined;
}

const [source] = transientStation.sources;
const value = (number: number): Value => ({ value: number, source });

/** Averages over a time in which all this passed. */
function averages(given: StationCase, passed: Passed, seconds: number): Answer['measures'] {
  const { service, servers, capacity, discipline } = given;
  return {
    throughput: value(passed.busy / service.mean / seconds),
    ...(Number.isFinite(servers) && { utilisation: value(passed.busy / seconds / servers) }),
    ...(!sharing.includes(discipline) && { meanNumberInQueue: value(passed.queue / seconds) }),
    meanNumberInSystem: value(passed.present / seconds),
    ...(Number.isFinite(capacity) && { probabilityOfLoss: value(passed.lost / passed.come) }),
  };
}

/** Of those who leave within the time nothing is told: their times depend on who is still there at the end. */
function inTime(given: StationCase, station: ClockedStation, duration: number): SystemAnswer {
  const span = { end: duration, stretches, initial: initialOf(given) };
  const exact = tried(() => along(station, span));
  const path = exact ?? fluid(station, span);
  const total = path.reduce(
    (sum, passed) =>
      Object.fromEntries(
        Object.entries(passed).map(([name, part]) => [name, part + sum[name as keyof Passed]]),
      ) as unknown as Passed,
    { come: 0, lost: 0, wait: 0, present: 0, queue: 0, busy: 0 },
  );
  const known = { measures: averages(given, total, duration), series: seriesOf(given, path, duration) };
  const model = `${kendallOf(given)} over ${formatDuration(duration)}`;
  if (exact !== undefined)
    return { ...known, model, exactness: 'exact', assumptions: transientStation.assumptions, warnings: [] };
  return {
    ...known,
    measures: Object.fromEntries(
      Object.entries(known.measures).map(([name, each]) => [
        name,
        { ...each, source: fluidDrain.sources[0] },
      ]),
    ),
    exactness: 'approximation',
    model: `${model}, as a fluid`,
    assumptions: fluidDrain.assumptions,
    warnings: [
      {
        code: 'approximation',
        message:
          'There are too many customers for their differential equations, so they are taken as a fluid, without chance.',
        advice: 'Trust the simulation for what happens when few are left.',
      },
    ],
  };
}

/** Undefined where it would take too long. */
function tried<T>(solve: () => T): T | undefined {
  try {
    return solve();
  } catch (error) {
    if (error instanceof NotCovered) return undefined;
    throw error;
  }
}

function seriesOf(
  { service, discipline }: StationCase,
  path: readonly Passed[],
  duration: number,
): TimeSeries[] {
  const length = duration / stretches;
  const series = (name: TimeSeries['name'], of: (passed: Passed) => number): TimeSeries => ({
    name,
    about: `the mean of the ${formatDuration(length)} that follow, by theory`,
    time: path.map((_, k) => k * length),
    value: path.map(passed => of(passed) / length),
  });
  return [
    series('arrivalRate', ({ come }) => come),
    series('numberInSystem', ({ present }) => present),
    ...(sharing.includes(discipline) ? [] : [series('numberInQueue', ({ queue }) => queue)]),
    series('throughput', ({ busy }) => busy / service.mean),
  ];
}

/** Averages over a cycle of the arrivals, and by them those over customers. */
function inTheLongRun(given: StationCase, station: ClockedStation): SystemAnswer | string | undefined {
  const { arrivals, service, servers, discipline, capacity } = given;
  const { cycle = 0, rate } = arrivals;
  if (
    given.visitors.filter(visitor => visitor.arrivals.cycle !== undefined && visitor.arrivals.cycle !== cycle)
      .length > 0
  )
    return 'the arrivals of several classes follow clocks of their own';
  if (settles(station, cycle)) return 'the arrivals follow the clock at first, and settle later';
  // How fast a queue grows is known elsewhere.
  if (rate * service.mean >= servers && !Number.isFinite(capacity)) return undefined;
  const passed = overCycle(station, cycle);
  const accepted = passed.come - passed.lost;
  const waits = !sharing.includes(discipline);
  return {
    exactness: 'exact',
    model: `${kendallOf(given)} over a cycle of ${formatDuration(cycle)}`,
    assumptions: transientStation.assumptions,
    measures: {
      ...averages(given, passed, cycle),
      ...(waits && {
        meanWait: value(passed.queue / accepted),
        probabilityOfWait: value(passed.wait / accepted),
      }),
      meanSojourn: value(passed.present / accepted),
      meanService: value(service.mean),
    },
    warnings: [],
  };
}

/** Whether the rate changes only once and for all. */
const settles = ({ arrivals }: ClockedStation, cycle: number): boolean => {
  const jumps = arrivals.jumps(2.5 * cycle);
  return jumps.length > 0 && jumps.every(t => t <= cycle);
};
