import { distributionOf } from '../../../distributions/index.js';
import { all, exponentialService, finitelyManyServers, noLimit, poissonArrivals } from '../conditions.js';
import { breakdowns } from '../formulas/breakdowns.js';
import type { StationAnswerer } from './answerer.js';
import { fromFormula } from './from-formula.js';
import { nobodyWaits } from './nobody-waits.js';
import { wholeOnly } from './whole-only.js';

/** Orders in which an interrupted service goes on later, and which look at no service time. */
const orders = ['fcfs', 'lcfs-preemptive', 'priority-preemptive', 'edf-preemptive'];

/** Servers that fail, busy or idle, and are repaired. */
export const breakingDown: StationAnswerer = {
  knows: ['station.breakdowns.upTime', 'station.breakdowns.repairTime'],
  answer: given => {
    const { station, arrivals, service, servers, discipline, oneLaw } = given;
    if (station.breakdowns === undefined) return undefined;
    const atOnce = nobodyWaits(given);
    if (atOnce !== undefined) return atOnce;
    const held = all(poissonArrivals, exponentialService, finitelyManyServers, noLimit)(given);
    if (held !== true) return `servers break down, and ${held}`;
    if (!oneLaw) return 'servers break down, and services differ by class';
    if (!orders.includes(discipline)) return `servers break down, and the discipline is ${discipline}`;
    const [up, repair] = [station.breakdowns.upTime, station.breakdowns.repairTime].map(distributionOf);
    if (up.kendall !== 'M' || repair.kendall !== 'M')
      return 'servers break down after, or are repaired in, times that are not exponential';
    const { utilisation, ...found } = breakdowns.solve({
      arrivalRate: arrivals.rate,
      meanService: service.mean,
      servers,
      failureRate: 1 / up.mean,
      repairRate: 1 / repair.mean,
    });
    const busy = (arrivals.rate * service.mean) / servers;
    const answer = fromFormula(given, breakdowns, { ...found, utilisation: busy });
    return { by: breakdowns, ...answer, byClass: wholeOnly(given, answer) };
  },
};
