import { distributionOf } from '../../../distributions/index.js';
import { exponentialService, orderBlindToService } from '../conditions.js';
import { breakdowns, breakdownsOfBusyServers, breakdownsWhileServing } from '../formulas/breakdowns.js';
import { percentilesOfPhasesOnly, percentilesTakeTooLong } from '../warnings.js';
import { alike } from './alike.js';
import type { StationAnswer, StationAnswerer } from './answerer.js';
import type { StationCase } from './case.js';
import { outsideEndlessQueue } from './endless-queue.js';
import { fromFormula } from './from-formula.js';
import { nobodyWaits } from './nobody-waits.js';
import { wholeOnly } from './whole-only.js';

const why = 'servers break down, and';

/** Orders in which an interrupted service goes on later, and which look at no service time. */
const orders = ['fcfs', 'lcfs-preemptive', 'priority-preemptive', 'edf-preemptive'];

/** Servers that fail, at any time or only while they serve, and are repaired. */
export const breakingDown: StationAnswerer = {
  knows: ['station.breakdowns.upTime', 'station.breakdowns.repairTime', 'station.breakdowns.while'],
  answer: given => {
    const { station, servers } = given;
    if (station.breakdowns === undefined) return undefined;
    const atOnce = nobodyWaits(given);
    if (atOnce !== undefined) return atOnce;
    const outside = outsideEndlessQueue(given);
    if (outside !== undefined) return `${why} ${outside}`;
    const whileServing = station.breakdowns.while === 'serving';
    return servers === 1 && whileServing ? oneThatWears(given) : several(given, whileServing);
  },
};

function timesOf({ station: { breakdowns } }: StationCase) {
  if (breakdowns === undefined) throw new TypeError('servers that do not break down');
  return { up: distributionOf(breakdowns.upTime), repair: distributionOf(breakdowns.repairTime) };
}

/** To a customer the repairs are part of its service; but what they take counts as waiting. */
function oneThatWears(given: StationCase): StationAnswer | string {
  const { arrivals, service } = given;
  const blind = orderBlindToService(given);
  if (blind !== true) return `${why} ${blind}`;
  const { up, repair } = timesOf(given);
  if (up.kendall !== 'M') return 'servers break down after working times that are not exponential';
  const found = breakdownsWhileServing.solve({
    arrivalRate: arrivals.rate,
    service,
    failureRate: 1 / up.mean,
    repair,
  });
  const meanWait = found.meanSojourn - service.mean;
  const answer = fromFormula(given, breakdownsWhileServing, {
    ...inOrder(given, found),
    meanWait,
    meanNumberInQueue: arrivals.rate * meanWait,
  });
  const byClass = given.oneLaw ? alike(given, answer) : wholeOnly(given, answer);
  const unknown = given.discipline === 'fcfs' && answer.sojourn === undefined;
  const warnings = unknown ? [percentilesOfPhasesOnly] : [];
  return { by: breakdownsWhileServing, ...answer, byClass, warnings };
}

/** The law of the sojourn is that of who comes first being served first. */
function inOrder<Found extends object>({ discipline }: StationCase, found: Found): Found {
  return discipline === 'fcfs' ? found : { ...found, sojourn: undefined };
}

function several(given: StationCase, whileServing: boolean): StationAnswer | string {
  const { arrivals, service, servers, discipline, oneLaw } = given;
  const exponential = exponentialService(given);
  if (exponential !== true) return `${why} ${exponential}`;
  if (!oneLaw) return `${why} services differ by class`;
  if (!orders.includes(discipline)) return `${why} the discipline is ${discipline}`;
  const { up, repair } = timesOf(given);
  if (up.kendall !== 'M' || repair.kendall !== 'M')
    return 'servers break down after, or are repaired in, times that are not exponential';
  const by = whileServing ? breakdownsOfBusyServers : breakdowns;
  const found = by.solve({
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    servers,
    failureRate: 1 / up.mean,
    repairRate: 1 / repair.mean,
  });
  const utilisation = (arrivals.rate * service.mean) / servers;
  const answer = fromFormula(given, by, { ...inOrder(given, found), utilisation });
  // Only of servers that fail whether they work or not it is known what becomes of a customer.
  const unknown = discipline === 'fcfs' && !whileServing && answer.sojourn === undefined;
  const warnings = unknown ? [servers === 1 ? percentilesOfPhasesOnly : percentilesTakeTooLong] : [];
  return { by, ...answer, byClass: wholeOnly(given, answer), warnings };
}
