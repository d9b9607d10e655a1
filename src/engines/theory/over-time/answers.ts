import { capacityOf } from '../../../scenario/server-side/capacity.js';
import { formatDuration, formatNumber } from '../../../units.js';
import type { SystemAnswer } from '../answerers/answerer.js';
import { stationaryFlow } from '../formulas/changing-rates.js';
import { endlessOverTime } from '../formulas/endless-over-time.js';
import { transientStation } from '../formulas/transient.js';
import type { Card } from '../model.js';
import { gginf } from '../models/gginf.js';
import { NotCovered } from '../not-covered.js';
import { kendallOf } from '../problem.js';
import type { StationCase } from '../stations/case.js';
import { along, overCycle } from './along.js';
import { endlessUntil } from './endless.js';
import { Flow, type FlowingStation } from './flow.js';
import { flowOverCycle, stationaryAverages } from './flow-over-cycle.js';
import { averages, overCustomers, seriesOf } from './measures.js';
import { added, type ClockedStation, nothing, type Passed } from './station.js';

/** Points of every series, as many as the simulation has. */
const stretches = 48;
const stepsOfFlow = 400;

/** Of those who leave within the time nothing is told: their times depend on who is still there at the end. */
export function inTime(given: StationCase, station: ClockedStation, duration: number): SystemAnswer | string {
  const { by, found: path } = exactInTime(given, station, duration) ?? flowInTime(given, station, duration);
  const total = path.reduce(added, nothing);
  return {
    measures: averages(given, total, duration, by.sources[0]),
    series: seriesOf(given, path, duration),
    model: `${nameOf(given)} over ${formatDuration(duration)}${suffix(by)}`,
    ...toldBy(by, given),
  };
}

interface By<T> {
  readonly by: Card;
  readonly found: T;
}

const initialOf = ({ station: { backlog } }: StationCase): number =>
  typeof backlog === 'number' ? backlog : 0;

/** Undefined where there is no exact formula, or it would take too long. */
function exactInTime(
  given: StationCase,
  station: ClockedStation,
  duration: number,
): By<readonly Passed[]> | undefined {
  const initial = initialOf(given);
  if (given.servers === Number.POSITIVE_INFINITY && !Number.isFinite(given.capacity))
    return tried(endlessOverTime, () => endlessStretches(given, station, duration));
  if (!memoryless(given)) return undefined;
  return tried(transientStation, () => along(station, { end: duration, stretches, initial }));
}

function endlessStretches(given: StationCase, { arrivals }: ClockedStation, duration: number): Passed[] {
  const initial = initialOf(given);
  const until = Array.from({ length: stretches + 1 }, (_, k) =>
    k === 0
      ? { come: 0, present: initial, customerSeconds: 0 }
      : endlessUntil({ arrivals, service: given.service, initial }, (k * duration) / stretches),
  );
  return until.slice(1).map((after, k) => {
    const before = until[k];
    const come = after.come - before.come;
    const present = after.customerSeconds - before.customerSeconds;
    return { ...nothing, come, present, busy: present, served: come + before.present - after.present };
  });
}

function flowInTime(given: StationCase, station: ClockedStation, duration: number): By<readonly Passed[]> {
  const flow = new Flow(flowing(given, station), initialOf(given));
  const length = duration / stretches;
  const found = Array.from({ length: stretches }, (_, k) =>
    flow.advance(k * length, (k + 1) * length, stepsOfFlow),
  );
  return { by: stationaryFlow, found };
}

/** Averages over a cycle of the arrivals and the servers, and by them those over customers. */
export function inTheLongRun(given: StationCase, station: ClockedStation): SystemAnswer | string | undefined {
  const { arrivals, service, capacity, servers } = given;
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
  const { by, found } =
    servers === Number.POSITIVE_INFINITY && !Number.isFinite(capacity)
      ? { by: gginf, found: littleOver(given, cycle) }
      : (memoryless(given) && tried(transientStation, () => overCycle(station, cycle))) || {
          by: stationaryFlow,
          found: flowOverCycle(flowing(given, station), cycle),
        };
  const others = by === stationaryFlow ? stationaryAverages(flowing(given, station), cycle) : [];
  return {
    measures: overCustomers(given, found, { cycle, source: by.sources[0], others }),
    model: `${nameOf(given)} over a cycle of ${formatDuration(cycle)}${suffix(by)}`,
    ...toldBy(by, given),
  };
}

/** With a server for everyone as many are there on average as come while one is there. */
function littleOver({ arrivals, service }: StationCase, cycle: number): Passed {
  const come = arrivals.rate * cycle;
  const present = come * service.mean;
  return { ...nothing, come, present, busy: present, served: come };
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

const memoryless = ({ service, oneLaw }: StationCase): boolean => service.kendall === 'M' && oneLaw;

/** Where a server is shared the law of the services does not matter to the steady state. */
const flowing = ({ service, discipline }: StationCase, station: ClockedStation): FlowingStation => ({
  ...station,
  serviceScv: discipline === 'ps' ? 1 : service.scv,
});

/** Undefined where it would take too long. */
function tried<T>(by: Card, solve: () => T): By<T> | undefined {
  try {
    return { by, found: solve() };
  } catch (error) {
    if (error instanceof NotCovered) return undefined;
    throw error;
  }
}

const nameOf = (given: StationCase): string =>
  given.station.schedule ? kendallOf(given).replace(/\/\d+/, '/c(t)') : kendallOf(given);

const suffix = (by: Card): string => (by.exactness === 'exact' ? '' : ', as a flow');

const toldBy = (by: Card, given: StationCase) => ({
  exactness: by.exactness,
  assumptions: by.assumptions,
  warnings:
    by.exactness === 'exact'
      ? []
      : [
          {
            code: 'approximation',
            message: memoryless(given)
              ? 'There are too many customers for their differential equations, so they are taken as a flow.'
              : 'No exact formula follows such services over time, so the customers are taken as a flow.',
            advice: 'Trust the simulation for the value.',
          },
        ],
});
