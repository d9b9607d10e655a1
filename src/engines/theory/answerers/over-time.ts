import { arrivalProcessOf } from '../../../arrivals/index.js';
import { exit } from '../../../scenario/place.js';
import { onlyTo } from '../../../scenario/routes/next-places.js';
import { isOpen } from '../../../scenario/supply-rate.js';
import type { Scenario } from '../../../scenario/type.js';
import { inTheLongRun, inTime } from '../over-time/answers.js';
import { rateOverTime, scheduled, togetherOverTime } from '../over-time/rates.js';
import { always, type ClockedStation } from '../over-time/station.js';
import { type StationCase, stationCase } from '../stations/case.js';
import { meaningOf, type Word } from '../words.js';
import type { Answerer } from './answerer.js';

const known: readonly Word[] = ['station.backlog', 'station.schedule.changes', 'station.schedule.period'];

/** A station at which what happens depends on the time: in a run of given length, or where arrivals or servers follow the clock. */
export const overTime: Answerer = {
  knows: ['run.duration', ...known],
  answer: scenario => {
    const { duration } = scenario.run;
    const given = onlyStation(scenario);
    if (given === undefined)
      return duration === undefined ? undefined : 'over a given time theory knows one station';
    const { arrivals } = given;
    const { schedule, backlog } = given.station;
    if (duration === undefined && arrivals.cycle === undefined && schedule === undefined) return undefined;
    const foreign = given.words.find(word => !known.includes(word));
    if (foreign !== undefined) return `what happens depends on the time, and ${meaningOf(foreign)}`;
    const rates = given.visitors.flatMap(visitor => rateOverTime(visitor.arrivals) ?? []);
    if (rates.length < given.visitors.length)
      return `what happens depends on the time, and the arrivals are not Poisson (${arrivals.kendall})`;
    const wrong = outside(given);
    if (wrong !== undefined) return wrong;
    if (backlog !== undefined && typeof backlog !== 'number')
      return 'customers of several classes are there at the start';
    const station: ClockedStation = {
      arrivals: togetherOverTime(rates),
      meanService: given.service.mean,
      servers: schedule ? scheduled(given.servers, schedule) : always(given.servers),
      capacity: given.capacity,
    };
    return duration === undefined ? inTheLongRun(given, station) : inTime(given, station, duration);
  },
};

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

function outside({ discipline, service, oneLaw, servers, capacity }: StationCase): string | undefined {
  const why = 'what happens depends on the time, and';
  if (!finishing.includes(discipline) && !sharing.includes(discipline))
    return `${why} the discipline is ${discipline}`;
  if (service.kendall === 'M' && oneLaw) return undefined;
  if (Number.isFinite(capacity))
    return `${why} the service times are not exponential of one mean before little room`;
  if (servers === Number.POSITIVE_INFINITY || ['fcfs', 'lcfs', 'siro', 'ps'].includes(discipline))
    return undefined;
  return `${why} the service times are not exponential of one mean, and the discipline is ${discipline}`;
}
