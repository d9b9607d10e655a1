import { answerOfQueue } from '../answer.js';
import { all, type Condition, finitelyManyServers, noLimit, orderBlindToService } from '../conditions.js';
import type { Model, Source, StationProblem } from '../model.js';
import { mapPhC as solveMapPhC } from '../phases/map-ph-c.js';
import { markovianArrivals } from '../phases/markovian-arrivals.js';
import { phasesOf } from '../phases/phase-type.js';
import { stateCount } from '../phases/servers-at-work.js';

const source: Source = { ref: 'neuts1981', at: 'chapter 3, matrix-geometric solution' };
const times: Source = { ref: 'ozawa2006', at: 'sojourn times in a quasi-birth-death queue' };

/** The cube of this is how many multiplications one step takes: half a second in all. */
const mostStates = 100;
/** Each server is a step of its own. */
const mostWork = 1e7;
const mostServers = 1000;

/** Phases of the arrivals with those of the servers when all are busy; none where one of them has none. */
export const statesOf = ({ arrivals, service, servers }: StationProblem): number =>
  (markovianArrivals(arrivals)?.silent.rows ?? 0) *
  stateCount(servers, phasesOf(service)?.initial.length ?? 0);

export const ofPhases: Condition = problem => {
  const { arrivals, service, servers } = problem;
  if (!markovianArrivals(arrivals))
    return `the times between arrivals are not made of exponential phases (${arrivals.kendall})`;
  if (!phasesOf(service)) return `the service times are not made of exponential phases (${service.kendall})`;
  if (servers > mostServers) return `${servers} servers are too many steps`;
  const states = statesOf(problem);
  if (states > mostStates) return `${states} combinations of phases are too many`;
  return servers * states ** 3 <= mostWork || `${servers} servers are too many steps`;
};

/** Times made of exponential phases turn the station into a Markov chain with a matrix-geometric answer. */
export const mapPhC: Model = {
  kendall: 'MAP/PH/c',
  name: 'arrivals and services of exponential phases, c servers',
  exactness: 'exact',
  assumptions: [
    'Markovian arrivals (MAP, MMPP), or independent times between arrivals made of exponential phases',
    'independent service times made of exponential phases, such as Erlang or hyperexponential ones',
    'c equal servers on one queue',
    'unlimited queue',
  ],
  formula: 'a quasi-birth-death process; each level is R times the one before',
  breaks: 'Service times that depend on one another, as slow spells make them, wait longer than it says.',
  sources: [source, times],
  covers: all(finitelyManyServers, noLimit, orderBlindToService, ofPhases),
  solve: problem => {
    const [arrivals, service] = [markovianArrivals(problem.arrivals), phasesOf(problem.service)];
    if (!arrivals || !service) throw new RangeError('this problem is not covered');
    const found = solveMapPhC(arrivals, service, problem.servers, times);
    const { meanWait, probabilityOfWait, probabilityEmpty, wait, sojourn } = found;
    return answerOfQueue(problem, { source, meanWait, probabilityOfWait, probabilityEmpty, wait, sojourn });
  },
};
