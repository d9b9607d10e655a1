import { answerOfQueue } from '../answer.js';
import { all, type Condition, finitelyManyServers, limited, orderBlindToService } from '../conditions.js';
import type { Model, Source } from '../model.js';
import { mapPhCK as solveMapPhCK } from '../phases/map-ph-c-k.js';
import { markovianArrivals } from '../phases/markovian-arrivals.js';
import { phasesOf } from '../phases/phase-type.js';
import { ofPhases, statesOf } from './map-ph-c.js';

const source: Source = { ref: 'neuts1981', at: 'chapter 3, levels up to K' };

/** Each place is a step of its own, of the cube of the states. */
const mostWork = 1e7;
const mostPlaces = 20_000;

const fewPlaces: Condition = problem => {
  const work = problem.capacity * statesOf(problem) ** 3;
  return (
    (work <= mostWork && problem.capacity <= mostPlaces) || `room for ${problem.capacity} is too many states`
  );
};

/** The same chain as without a limit, cut off at K. */
export const mapPhCK: Model = {
  kendall: 'MAP/PH/c/K',
  name: 'arrivals and services of exponential phases, c servers, at most K customers',
  exactness: 'exact',
  assumptions: [
    'Markovian arrivals (MAP, MMPP), or independent times between arrivals made of exponential phases',
    'independent service times made of exponential phases, such as Erlang or hyperexponential ones',
    'c equal servers on one queue',
    'room for K customers, those in service included; further arrivals are lost and do not return',
  ],
  formula: 'K + 1 levels, one after the other from the last; who is accepted waits for the departures ahead',
  breaks: 'Lost customers that try again make the load, the wait and the loss larger than it says.',
  sources: [source],
  covers: all(finitelyManyServers, limited, orderBlindToService, ofPhases, fewPlaces),
  solve: problem => {
    const [arrivals, service] = [markovianArrivals(problem.arrivals), phasesOf(problem.service)];
    if (!arrivals || !service) throw new RangeError('this problem is not covered');
    const { servers, capacity } = problem;
    return answerOfQueue(problem, {
      source,
      ...solveMapPhCK(arrivals, service, { servers, capacity, source }),
    });
  },
};
