import { answerOfQueue } from '../answer.js';
import { all, type Condition, finitelyManyServers, noLimit, orderBlindToService } from '../conditions.js';
import type { Model, Source, StationProblem } from '../model.js';
import { mapPhC } from '../phases/map-ph-c.js';
import { renewalMap } from '../phases/markovian-arrivals.js';
import { exponentialPhases, type PhaseType, phasesOf } from '../phases/phase-type.js';
import { stateCount } from '../phases/servers-at-work.js';

const source: Source = { ref: 'neuts1981', at: 'chapter 3, matrix-geometric solution' };
const times: Source = { ref: 'ozawa2006', at: 'sojourn times in a quasi-birth-death queue' };

/** The cube of this is how many multiplications one step takes: well under a second in all. */
const mostStates = 120;

const interarrivalPhases = ({ arrivals }: StationProblem): PhaseType | undefined =>
  arrivals.kendall === 'M'
    ? exponentialPhases(1 / arrivals.rate)
    : arrivals.interarrival && phasesOf(arrivals.interarrival);

const ofPhases: Condition = problem => {
  const [arrivals, service] = [interarrivalPhases(problem), phasesOf(problem.service)];
  if (!arrivals) return `the times between arrivals have no phases (${problem.arrivals.kendall})`;
  if (!service) return `the service times have no phases (${problem.service.kendall})`;
  const states = arrivals.initial.length * stateCount(problem.servers, service.initial.length);
  return states <= mostStates || `${states} combinations of phases are too many`;
};

/** Times made of exponential phases turn the station into a Markov chain with a matrix-geometric answer. */
export const phPhC: Model = {
  kendall: 'PH/PH/c',
  name: 'arrivals and services of exponential phases, c servers',
  exactness: 'exact',
  assumptions: [
    'independent times between arrivals: exponential, Erlang or of two exponential branches',
    'independent service times of the same kinds',
    'c equal servers on one queue',
    'unlimited queue',
  ],
  breaks: 'Correlated arrivals, as bursts are, wait longer than independent ones of the same variability.',
  sources: [source, times],
  covers: all(finitelyManyServers, noLimit, orderBlindToService, ofPhases),
  solve: problem => {
    const [arrivals, service] = [interarrivalPhases(problem), phasesOf(problem.service)];
    if (!arrivals || !service) throw new RangeError('this problem is not covered');
    const { meanWait, probabilityOfWait, probabilityEmpty, wait, sojourn } = mapPhC(
      renewalMap(arrivals),
      service,
      problem.servers,
      times,
    );
    return answerOfQueue(problem, { source, meanWait, probabilityOfWait, probabilityEmpty, wait, sojourn });
  },
};
