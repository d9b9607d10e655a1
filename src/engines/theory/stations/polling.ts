import { distributionOf } from '../../../distributions/index.js';
import { oneServer } from '../conditions.js';
import { pollingExhaustive, pollingGated } from '../formulas/polling.js';
import { byWaits } from './alike.js';
import type { StationAnswerer } from './answerer.js';
import { outsideEndlessQueue } from './endless-queue.js';
import { together } from './together.js';

/** One server that goes round the lines of the classes. */
export const polling: StationAnswerer = {
  knows: [],
  answer: given => {
    const { discipline, station, visitors, arrivals, service } = given;
    if (discipline !== 'polling') return undefined;
    const outside = outsideEndlessQueue(given, oneServer);
    if (outside !== undefined) return outside;
    const switchOver = station.discipline.switchOver && distributionOf(station.discipline.switchOver);
    const by = station.discipline.visits === 'gated' ? pollingGated : pollingExhaustive;
    const waits = by.solve({
      rates: visitors.map(visitor => visitor.arrivals.rate),
      services: visitors.map(visitor => visitor.service),
      meanSwitchOver: switchOver?.mean ?? 0,
      switchOverScv: switchOver?.scv ?? 0,
    });
    // A server that takes time from line to line is never there to begin at once.
    const probabilityOfWait = switchOver ? 1 : arrivals.rate * service.mean;
    const byClass = byWaits(
      given,
      by.sources[0],
      waits.map(meanWait => ({ meanWait, probabilityOfWait })),
    );
    return { by, byClass, measures: together(given, byClass) };
  },
};
