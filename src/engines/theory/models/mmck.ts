import { geometricSums } from '../../../numerics/geometric-sums.js';
import { answerOfQueue } from '../answer.js';
import {
  all,
  exponentialService,
  finitelyManyServers,
  limited,
  orderBlindToService,
  poissonArrivals,
} from '../conditions.js';
import { emptyFrom, inverseErlangB } from '../erlang.js';
import type { Model, Source, StationProblem } from '../model.js';
import { placesAhead } from '../times/places-ahead.js';

const source: Source = { ref: 'gross2008', at: 'section 2.5' };

/** Beyond this many waiting places that matter, the laws of the times are left unsaid: they would take minutes. */
const mostPlaces = 1_000_000;

/** A birth-death chain cut off at K; an accepted customer waits for as many departures as it finds ahead. */
export const mmck: Model = {
  kendall: 'M/M/c/K',
  name: 'Poisson arrivals, exponential services, c servers, at most K customers',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'independent exponential service times',
    'c equal servers on one queue',
    'room for K customers, those in service included; further arrivals are lost and do not return',
  ],
  formula:
    'p_n of a birth-death chain cut off at K; who is accepted waits for as many departures as it finds ahead',
  breaks: 'Lost customers that try again make the load, the wait and the loss larger than it says.',
  sources: [source],
  covers: all(poissonArrivals, exponentialService, finitelyManyServers, limited, orderBlindToService),
  solve: problem => {
    const { arrivals, service, servers, capacity } = problem;
    const { full, waiting, meanQueue, meanSquare, behind, ratio } = chain(problem);
    const accepted = 1 - full;
    const meanWait = meanQueue / (arrivals.rate * accepted);
    // Past this place the chance is below 1e-18 of the first one's.
    const relevant = ratio < 1 ? Math.ceil(Math.log(1e-18) / Math.log(ratio)) : Number.POSITIVE_INFINITY;
    const places = Math.min(capacity - servers, relevant);
    const times =
      places <= mostPlaces &&
      placesAhead({
        chances: j => behind(j) / accepted,
        places,
        atOnce: (1 - full - waiting) / accepted,
        servers,
        meanService: service.mean,
        source,
      });
    return answerOfQueue(problem, {
      source,
      meanWait,
      probabilityOfWait: waiting / accepted,
      probabilityOfLoss: full,
      varianceOfWait: (meanSquare * (service.mean / servers) ** 2) / accepted - meanWait ** 2,
      probabilityEmpty: emptyFrom(behind(0), servers, arrivals.rate * service.mean),
      ...times,
    });
  },
};

/**
 * The chances that an arrival finds the station full, and that it is accepted and waits; Lq; the mean of
 * (j + 1) (j + 2) over those who find all busy and j waiting, for the square of the wait; and the chances of
 * such j. Below saturation the states are counted from j = 0, above it from the full one, so that no power
 * overflows.
 */
function chain({ arrivals, service, servers, capacity }: StationProblem) {
  const load = arrivals.rate * service.mean;
  const ratio = load / servers;
  const room = capacity - servers;
  const below = inverseErlangB(servers, load);
  if (ratio <= 1) {
    const { ofPowers, ofIndex, ofIndexSquared } = geometricSums(ratio, room);
    const last = ratio ** room;
    const firstPlace = 1 / (below + ratio * ofPowers);
    return {
      full: firstPlace * last,
      waiting: firstPlace * ofPowers,
      meanQueue: firstPlace * ratio * (ofPowers + ofIndex),
      meanSquare: firstPlace * (ofIndexSquared + 3 * ofIndex + 2 * ofPowers),
      behind: (j: number) => firstPlace * ratio ** j,
      ratio,
    };
  }
  const { ofPowers, ofIndex, ofIndexSquared } = geometricSums(1 / ratio, room);
  const first = ratio ** -room;
  const full = 1 / (ofPowers + below * first);
  return {
    full,
    waiting: (full * ofPowers) / ratio,
    meanQueue: full * (room * ofPowers - ofIndex),
    meanSquare: (full / ratio) * (room * (room + 1) * ofPowers - (2 * room + 1) * ofIndex + ofIndexSquared),
    behind: (j: number) => full * ratio ** (j - room),
    ratio,
  };
}
