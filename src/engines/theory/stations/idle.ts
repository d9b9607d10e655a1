import { distributionOf } from '../../../distributions/index.js';
import type { WhenIdleSpec } from '../../../scenario/server-side/type.js';
import { exponentialService, orderBlindToService } from '../conditions.js';
import { multipleVacations, nPolicy, setUp, singleVacation } from '../formulas/idle-server.js';
import { setUpServers } from '../formulas/set-up-servers.js';
import { laplace } from '../laws/laplace.js';
import type { Card } from '../model.js';
import { percentilesLeftOut } from '../warnings.js';
import { alike } from './alike.js';
import type { StationAnswerer } from './answerer.js';
import type { StationCase } from './case.js';
import { outsideEndlessQueue } from './endless-queue.js';
import { fromFormula } from './from-formula.js';

/** Servers that do something else when nobody is left. */
export const idle: StationAnswerer = {
  knows: [
    'station.whenIdle.setUp',
    'station.whenIdle.delayOff',
    'station.whenIdle.startAt',
    'station.whenIdle.vacation',
    'station.whenIdle.vacations',
  ],
  answer: given => {
    const { whenIdle } = given.station;
    if (whenIdle === undefined) return undefined;
    const outside = outsideEndlessQueue(given, orderBlindToService);
    if (outside !== undefined) return `servers without work do not wait for it, and ${outside}`;
    const found = given.servers === 1 ? oneServer(given, whenIdle) : severalServers(given, whenIdle);
    if (typeof found === 'string') return found;
    const { wait, sojourn, ...means } = found.means;
    const inOrder = given.discipline === 'fcfs';
    const answer = fromFormula(given, found.by, inOrder ? { ...means, wait, sojourn } : means);
    const warnings = inOrder && given.servers === 1 && !answer.sojourn ? [percentilesLeftOut] : [];
    return { by: found.by, ...answer, byClass: alike(given, answer), warnings };
  },
};

interface Found {
  readonly by: Card;
  readonly means: Readonly<Record<string, unknown>>;
}

/** M/G/1 with a time of its own before a busy period. */
function oneServer({ arrivals, service }: StationCase, whenIdle: WhenIdleSpec): Found {
  const station = { arrivalRate: arrivals.rate, service };
  if (whenIdle.setUp) {
    const off = whenIdle.delayOff ? laplace(distributionOf(whenIdle.delayOff), arrivals.rate) : 1;
    return { by: setUp, means: setUp.solve({ ...station, setup: distributionOf(whenIdle.setUp), off }) };
  }
  if (whenIdle.vacation) {
    const by = whenIdle.vacations === 'single' ? singleVacation : multipleVacations;
    return { by, means: by.solve({ ...station, vacation: distributionOf(whenIdle.vacation) }) };
  }
  return { by: nPolicy, means: nPolicy.solve({ ...station, threshold: whenIdle.startAt ?? 1 }) };
}

/** What several servers do together is known of set-ups, where all times are exponential. */
function severalServers(given: StationCase, { setUp: law, delayOff }: WhenIdleSpec): Found | string {
  const why = 'several servers that were idle have to be set up, and';
  const { arrivals, service, servers } = given;
  const exponential = exponentialService(given);
  if (exponential !== true || !given.oneLaw)
    return `${why} ${exponential === true ? 'services differ by class' : exponential}`;
  const [start, stop] = [law, delayOff].map(spec => spec && distributionOf(spec));
  if (start === undefined || start.kendall !== 'M' || (stop && stop.kendall !== 'M'))
    return `${why} set-ups, or the times until servers are switched off, are not exponential`;
  const means = setUpServers.solve({
    arrivalRate: arrivals.rate,
    meanService: service.mean,
    servers,
    meanSetUp: start.mean,
    meanDelayOff: stop?.mean ?? 0,
  });
  return { by: setUpServers, means };
}
