import { arrivalProcessOf } from '../../arrivals/index.js';
import { distributionOf } from '../../distributions/index.js';
import { redelivers } from '../../scenario/attempts/deliveries.js';
import { sendsAgain } from '../../scenario/attempts/sends-again.js';
import { joining } from '../../scenario/baulking/joining.js';
import { type OfferedLoad, offeredLoad } from '../../scenario/offered-load.js';
import { hasForks } from '../../scenario/routes/forks.js';
import { availabilityOf } from '../../scenario/server-side/availability.js';
import { serviceOf } from '../../scenario/service-of.js';
import { isClosed } from '../../scenario/supply-rate.js';
import type { Scenario, Station } from '../../scenario/type.js';
import { clientsRate } from './clients-rate.js';
import { withoutWait } from './network/disciplines/index.js';
import { withRepeats } from './repeated-load.js';

/** What the specification says of a scenario before anything is simulated. */
export interface System {
  /** Customers entering per second. */
  readonly rate: number;
  /** Dispersion of the arrivals, classes weighed by their rates; absent where there are clients. */
  readonly dispersion?: number;
  /** Seconds after which the arrival rates and schedules of servers repeat themselves: of several the longest. */
  readonly cycle?: number;
  /** Of all service laws, the smallest. */
  readonly tailIndex: number;
  /** The station with the highest utilisation; absent where all have infinitely many servers, or there are clients. */
  readonly bottleneck?: {
    readonly servers: number;
    readonly utilisation: number;
    readonly serviceScv: number;
  };
  /** Stations that cannot keep up, by name. */
  readonly unstable: readonly string[];
}

export function systemOf(scenario: Scenario): System {
  const classes = Object.entries(scenario.classes);
  const processes = classes.flatMap(([, { arrivals }]) => (arrivals ? arrivalProcessOf(arrivals) : []));
  const outside = processes.reduce((sum, process) => sum + process.rate, 0);
  const load = effectiveLoad(scenario);
  const closed = classes.filter(([, customers]) => isClosed(customers));
  const rate = closed.reduce((sum, [name]) => sum + clientsRate(scenario, name, load), outside);
  const stations = Object.entries(scenario.stations);
  const laws = stations.map(([, station]) =>
    classes.map(([name]) => distributionOf(serviceOf(station, name))),
  );
  const busiest = stations
    .map(([name, { servers, autoscaling }], i) => ({
      servers: Number(servers),
      autoscaled: autoscaling !== undefined,
      utilisation: load[name].utilisation ?? Number.POSITIVE_INFINITY,
      serviceScv: Math.max(...laws[i].map(law => law.scv)),
    }))
    .filter(({ servers, autoscaled }) => Number.isFinite(servers) && !autoscaled)
    .sort((a, b) => b.utilisation - a.utilisation)[0];
  const cycles = [
    ...processes.flatMap(({ cycle }) => cycle ?? []),
    ...stations.flatMap(([, { schedule }]) => schedule?.period ?? []),
  ];
  return {
    rate,
    ...(cycles.length > 0 && { cycle: Math.max(...cycles) }),
    tailIndex: Math.min(...laws.flat().map(law => law.tailIndex)),
    ...(closed.length === 0 && {
      dispersion: processes.reduce((sum, process) => sum + process.dispersion * process.rate, 0) / outside,
      ...(busiest && { bottleneck: busiest }),
    }),
    unstable: classes.every(([, { patience }]) => patience) ? [] : overloaded(stations, load),
  };
}

/** The offered load, heavier by what interruptions undo and, for servers that fail, as much heavier as they are down. */
export function effectiveLoad(scenario: Scenario): Readonly<Record<string, OfferedLoad>> {
  const load = Object.entries(offeredLoad(scenario)).map(([name, asked]) => {
    const offered = withRepeats(scenario, name, asked);
    if (offered.utilisation === undefined) return [name, offered];
    const availability = availabilityOf(scenario.stations[name]);
    return [name, { ...offered, utilisation: offered.utilisation / availability }];
  });
  return Object.fromEntries(load);
}

/**
 * A station that turns customers away keeps up with anything, and what it turns away burdens no other; where they
 * baulk, those count who would come into the longest queue.
 */
function overloaded(
  stations: readonly (readonly [string, Station])[],
  load: Readonly<Record<string, OfferedLoad>>,
): string[] {
  if (stations.some(([, { capacity }]) => capacity !== undefined)) return [];
  const baulking = stations.some(([, station]) => station.baulking);
  return stations
    .filter(([, { servers }]) => servers !== 'infinite')
    .filter(([, station]) => !baulking || station.baulking)
    .filter(([name, station]) => {
      const { utilisation = Number.POSITIVE_INFINITY } = load[name];
      return utilisation * (station.baulking ? joining(station.baulking, endless) : 1) >= 1;
    })
    .map(([name]) => name);
}

/** Customers in a queue of which nobody sees the end. */
const endless = 1e12;

/** What only the times of single customers tell. */
export const timesOfCustomers = ['waitQuantiles', 'sojournQuantiles'];

/** Measures that a station cannot show: no loss without a limit, no wait with a server for everybody. */
export function absentAt(station: Station, impatient: boolean): string[] {
  const { servers, capacity, discipline, schedule, autoscaling, whenIdle } = station;
  return [
    ...(schedule || autoscaling || whenIdle?.setUp ? [] : ['meanServers']),
    ...(autoscaling ? [] : ['timeAboveTarget']),
    ...(impatient ? [] : ['probabilityOfAbandonment']),
    ...ofAttempts.filter(name => name !== 'wastedWork' || !wastes(station)),
    ...(station.baulking ? [] : ['probabilityOfBaulking']),
    ...(capacity === undefined ? ['probabilityOfLoss'] : []),
    ...(servers === 'infinite' ? ['utilisation', ...waitMeasures] : []),
    ...(withoutWait.includes(discipline.discipline) ? waitMeasures : []),
  ];
}

/** Measures that the system as a whole cannot show: those that none of its stations, or not all, can. */
export function absentIn({ classes, stations, routes }: Scenario): string[] {
  const again = Object.values(classes).some(sendsAgain);
  const impatient = again || Object.values(classes).some(({ patience }) => patience);
  const each = Object.values(stations).map(station => absentAt(station, impatient));
  const several = each.length > 1 ? ofOneStation : [];
  const waits = waitMeasures.filter(name => each.some(absent => absent.includes(name)));
  return [
    ...(impatient ? [] : ['probabilityOfAbandonment']),
    ...(again || Object.values(stations).some(wastes) ? [] : ofAttempts),
    // The journeys know nothing of the work on requests that were given up, or twice on the same.
    ...(again || Object.values(stations).some(({ lease }) => lease) ? ['utilisation', 'meanService'] : []),
    ...(Object.values(stations).some(({ baulking }) => baulking) ? [] : ['probabilityOfBaulking']),
    ...(Object.values(stations).some(({ maxDeliveries }) => maxDeliveries)
      ? []
      : ['probabilityOfDeadLetter']),
    ...several,
    ...(each.length === 1 ? ofOneStation.filter(name => each[0].includes(name)) : []),
    ...(each.every(absent => absent.includes('probabilityOfLoss')) ? ['probabilityOfLoss'] : []),
    // Parts of a customer wait side by side, so nobody can say how long it did.
    ...(hasForks(routes)
      ? [...waitMeasures, 'utilisation', 'meanService']
      : each.every(absent => absent.includes('meanWait')) || stationsShare(stations)
        ? waits
        : []),
  ];
}

/** With infinitely many servers at some stations the wait is that at the others; with sharing there is none. */
const stationsShare = (stations: Scenario['stations']): boolean =>
  Object.values(stations).some(({ discipline }) => withoutWait.includes(discipline.discipline));

/** Whether work at the station can be in vain. */
const wastes = (station: Station): boolean =>
  redelivers(station) || station.discipline.interrupted !== undefined;

/** Of customers who are tried again; a station tells of each attempt by itself. */
const ofAttempts = ['probabilityOfDeadLetter', 'attemptRate', 'amplification', 'wastedWork'];
/** What only a station by itself can show. */
export const ofOneStation = ['utilisation', 'meanService', 'meanServers', 'timeAboveTarget'];

const waitMeasures = [
  'meanWait',
  'probabilityOfWait',
  'meanNumberInQueue',
  'waitQuantiles',
  'p50Wait',
  'p90Wait',
  'p95Wait',
  'p99Wait',
  'p99.9Wait',
];
