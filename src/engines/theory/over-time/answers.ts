import type { TimeSeries } from '../../../result/result.js';
import { capacityOf } from '../../../scenario/server-side/capacity.js';
import { formatDuration, formatNumber } from '../../../units.js';
import type { SystemAnswer } from '../answerers/answerer.js';
import { fluidDrain } from '../formulas/backlog.js';
import { transientStation } from '../formulas/transient.js';
import type { Answer, Source, Value } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { kendallOf } from '../problem.js';
import type { StationCase } from '../stations/case.js';
import { along, overCycle } from './along.js';
import { fluid } from './fluid.js';
import { added, type ClockedStation, nothing, type Passed } from './station.js';

/** Points of every series, as many as the simulation has. */
const stretches = 48;

/** Of those who leave within the time nothing is told: their times depend on who is still there at the end. */
export function inTime(given: StationCase, station: ClockedStation, duration: number): SystemAnswer {
  const { backlog } = given.station;
  const span = { end: duration, stretches, initial: typeof backlog === 'number' ? backlog : 0 };
  const exact = tried(() => along(station, span));
  const path = exact ?? fluid(station, span);
  const card = exact ? transientStation : fluidDrain;
  const total = path.reduce(added, nothing);
  const name = `${nameOf(given)} over ${formatDuration(duration)}`;
  return {
    measures: averages(given, total, duration, card.sources[0]),
    series: seriesOf(given, path, duration),
    exactness: card.exactness,
    model: exact ? name : `${name}, as a fluid`,
    assumptions: card.assumptions,
    warnings: exact
      ? []
      : [
          {
            code: 'approximation',
            message:
              'There are too many customers for their differential equations, so they are taken as a fluid, without chance.',
            advice: 'Trust the simulation for what happens when few are left.',
          },
        ],
  };
}

/** Averages over a cycle of the arrivals and the servers, and by them those over customers. */
export function inTheLongRun(given: StationCase, station: ClockedStation): SystemAnswer | string | undefined {
  const { arrivals, service, capacity } = given;
  if (given.station.schedule && given.station.schedule.period === undefined)
    return 'servers come and go at first, and then no more';
  const cycle = cycleOf(given);
  if (cycle === undefined)
    return 'the arrivals, of several classes, or the servers follow clocks of their own';
  if (settles(station, cycle)) return 'what follows the clock does so at first, and settles later';
  const load = (arrivals.rate * service.mean) / capacityOf(given.station);
  if (load >= 1 && !Number.isFinite(capacity))
    // How fast a queue grows before servers that stay is known elsewhere.
    return given.station.schedule
      ? `the servers are offered ${formatNumber(load, 3)} times what they can serve, so there is no steady state`
      : undefined;
  const passed = overCycle(station, cycle);
  const accepted = passed.come - passed.lost;
  const [source] = transientStation.sources;
  const value = (number: number): Value => ({ value: number, source });
  return {
    exactness: 'exact',
    model: `${nameOf(given)} over a cycle of ${formatDuration(cycle)}`,
    assumptions: transientStation.assumptions,
    measures: {
      ...averages(given, passed, cycle, source),
      ...(waits(given) && {
        meanWait: value(passed.queue / accepted),
        probabilityOfWait: value(passed.wait / accepted),
      }),
      meanSojourn: value(passed.present / accepted),
      meanService: value(service.mean),
    },
    warnings: [],
  };
}

/** The time after which all begins again; undefined where the parts never do together. */
function cycleOf({ visitors, station }: StationCase): number | undefined {
  const cycles = [...visitors.map(({ arrivals }) => arrivals.cycle), station.schedule?.period].filter(
    cycle => cycle !== undefined,
  );
  const longest = Math.max(...cycles);
  const fits = (cycle: number): boolean =>
    Math.abs(Math.round(longest / cycle) - longest / cycle) < 1e-9 * (longest / cycle);
  return cycles.every(fits) ? longest : undefined;
}

/** Whether rates and servers change only once and for all. */
const settles = ({ arrivals, servers }: ClockedStation, cycle: number): boolean => {
  const once = (jumps: readonly number[]): boolean => jumps.length > 0 && jumps.every(t => t <= cycle);
  return once(arrivals.jumps(2.5 * cycle)) || once(servers.jumps(2.5 * cycle));
};

/** Undefined where it would take too long. */
function tried<T>(solve: () => T): T | undefined {
  try {
    return solve();
  } catch (error) {
    if (error instanceof NotCovered) return undefined;
    throw error;
  }
}

const nameOf = (given: StationCase): string =>
  given.station.schedule ? kendallOf(given).replace(/\/\d+/, '/c(t)') : kendallOf(given);

/** Not where everybody present is served. */
const waits = ({ discipline }: StationCase): boolean => !['ps', 'limited-ps'].includes(discipline);

/** Averages over a time in which all this passed. */
function averages(given: StationCase, passed: Passed, seconds: number, source: Source): Answer['measures'] {
  const { service, capacity } = given;
  const value = (number: number): Value => ({ value: number, source });
  return {
    throughput: value(passed.busy / service.mean / seconds),
    ...(passed.ready > 0 && { utilisation: value(passed.busy / passed.ready) }),
    ...(waits(given) && { meanNumberInQueue: value(passed.queue / seconds) }),
    meanNumberInSystem: value(passed.present / seconds),
    ...(given.station.schedule && { meanServers: value(passed.ready / seconds) }),
    ...(Number.isFinite(capacity) && { probabilityOfLoss: value(passed.lost / passed.come) }),
  };
}

function seriesOf(given: StationCase, path: readonly Passed[], duration: number): TimeSeries[] {
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
    ...(waits(given) ? [series('numberInQueue', ({ queue }) => queue)] : []),
    series('throughput', ({ busy }) => busy / given.service.mean),
  ];
}
