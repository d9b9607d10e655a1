import { distributionOf } from '../../../distributions/index.js';
import { all, exponentialService, finitelyManyServers, noLimit, poissonArrivals } from '../conditions.js';
import { impatientStation } from '../formulas/impatience.js';
import type { Answer } from '../model.js';
import type { StationAnswer, StationAnswerer } from './answerer.js';
import { byShare } from './by-share.js';
import type { StationCase } from './case.js';
import { fromFormula } from './from-formula.js';
import { nobodyWaits } from './nobody-waits.js';

/** Customers who give up waiting: M/M/c+G in order of arrival; of exponential patience the means in other orders, too. */
export const impatient: StationAnswerer = {
  knows: ['class.patience'],
  answer: given => {
    const { visitors, discipline, arrivals, service, servers } = given;
    if (visitors.every(each => each.customers.patience === undefined)) return undefined;
    const atOnce = nobodyWaits(given);
    if (atOnce !== undefined) {
      const { meanWait, ...measures } = atOnce.measures;
      const nobody = { ...meanWait, value: 0, source: impatientStation.sources[0] };
      return { ...atOnce, measures: { ...measures, meanWait: nobody, probabilityOfAbandonment: nobody } };
    }
    const [{ customers }] = visitors;
    const { patience } = customers;
    if (
      patience === undefined ||
      visitors.some(each => JSON.stringify(each.customers.patience) !== JSON.stringify(patience))
    )
      return 'the patience of customers differs by class';
    const held = all(poissonArrivals, exponentialService, finitelyManyServers, noLimit)(given);
    if (held !== true) return `customers give up waiting, and ${held}`;
    if (!given.oneLaw) return 'customers give up waiting, and services differ by class';
    const law = distributionOf(patience);
    const blind = ['lcfs', 'siro', 'priority', 'edf'].includes(discipline) && law.kendall === 'M';
    if (discipline !== 'fcfs' && !blind)
      return `customers give up waiting, and the discipline is ${discipline}`;
    const found = impatientStation.solve({
      arrivalRate: arrivals.rate,
      meanService: service.mean,
      servers,
      patience: law,
    });
    const meanSojourn = found.meanNumberInSystem / arrivals.rate;
    const { wait, sojourn, ...means } = { ...found, meanSojourn };
    const laws = discipline === 'fcfs' ? { wait, sojourn } : {};
    const answer = fromFormula(given, impatientStation, { ...means, ...laws });
    return { by: impatientStation, ...answer, byClass: byClass(given, answer) };
  },
};

/** In order of arrival all classes meet the same; in other orders only what they get through together is known. */
const byClass = (given: StationCase, answer: Answer): StationAnswer['byClass'] =>
  given.visitors.length > 1 && given.discipline !== 'fcfs'
    ? given.visitors.map(() => ({ measures: {} }))
    : byShare(given, answer);
