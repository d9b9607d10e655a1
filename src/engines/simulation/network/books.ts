import { redelivers } from '../../../scenario/attempts/deliveries.js';
import { sendsAgain } from '../../../scenario/attempts/sends-again.js';
import { exit } from '../../../scenario/place.js';
import { onlyTo } from '../../../scenario/routes/next-places.js';
import type { Scenario, Station } from '../../../scenario/type.js';
import type { LedgerShape } from '../ledger.js';

/** Which ledgers a network keeps: one for each station and class, one for the journeys of each class. */
export interface Books {
  readonly stations: readonly string[];
  readonly classes: readonly string[];
  /** Whether journeys have ledgers of their own; with one visit to one station they are the visits. */
  readonly journeys: boolean;
  /** By station: whether the number of its servers is kept. */
  readonly staffed: readonly boolean[];
  /** Ranges of the number in the system whose shares of the time are asked for: 0, 1 and so on, and all above. */
  readonly states: number;
}

export const ledgerCount = ({ stations, classes, journeys }: Books): number =>
  (stations.length + (journeys ? 1 : 0)) * classes.length;

/** Station ledgers with histograms at most: each takes 16 times 400 kB over all replications. */
const mostTimed = 32;

/** Whether stations keep the times of their customers, and not their sums alone: not where there are very many. */
export const keepsTimes = ({ stations, classes, journeys }: Books): boolean =>
  !journeys || stations.length * classes.length <= mostTimed;

/** Where the first ledger of the system as a whole stands. */
export const firstOfSystem = ({ stations, classes, journeys }: Books): number =>
  journeys ? stations.length * classes.length : 0;

/** For each ledger in order what it keeps; the first of the system keeps the number in it. */
export function shapesOf(books: Books): readonly LedgerShape[] {
  const timed = keepsTimes(books);
  const ofStations = books.stations.length * books.classes.length;
  const first = firstOfSystem(books);
  return Array.from({ length: ledgerCount(books) }, (_, i) => ({
    timed: timed || i >= ofStations,
    states: i === first ? books.states : 0,
    staffed: i < ofStations && books.staffed[Math.floor(i / books.classes.length)],
  }));
}

/** Where the ledger of a class at a station stands; station number `stations.length` holds the journeys. */
export const ledgerIndex = ({ classes }: Books, station: number, classNumber: number): number =>
  station * classes.length + classNumber;

/** Whether the number of servers changes, or they serve several at once: then it is kept. */
export const keepsStaff = ({ schedule, autoscaling, batchService, whenIdle }: Station): boolean =>
  Boolean(schedule ?? autoscaling ?? batchService ?? whenIdle?.setUp);

/** What the network of a scenario keeps books on. */
export function booksOf(scenario: Scenario): Books {
  const stations = Object.keys(scenario.stations);
  const once =
    stations.length === 1 &&
    onlyTo(scenario.routes[stations[0]], exit) &&
    !redelivers(scenario.stations[stations[0]]) &&
    !Object.values(scenario.classes).some(sendsAgain);
  const { states } = scenario.run;
  return {
    stations,
    classes: Object.keys(scenario.classes),
    journeys: !once,
    staffed: stations.map(name => keepsStaff(scenario.stations[name])),
    states: states === undefined ? 0 : states + 2,
  };
}
