import { answerOfQueue } from '../answer.js';
import {
  all,
  finitelyManyServers,
  finiteMeanService,
  noLimit,
  oneByOne,
  orderBlindToService,
  poissonArrivals,
  stationaryArrivals,
} from '../conditions.js';
import { erlangC } from '../erlang.js';
import type { Answer, Model, Source, StationProblem } from '../model.js';

const allenCunneen: Source = { ref: 'allen1990', at: 'Allen-Cunneen approximation' };
const leeLongton: Source = { ref: 'leeLongton1959', at: 'approximation for M/G/c' };

/** Wq ≈ C(c, a) E S / (c - a) (ca² + cs²) / 2: the wait of M/M/c, scaled by the mean variability. */
function scaled(problem: StationProblem, source: Source): Answer {
  const { arrivals, service, servers } = problem;
  const load = arrivals.rate * service.mean;
  const waits = erlangC(servers, load);
  // Over the long waits that matter it is the dispersion of the counts that acts; for renewals it is the scv.
  const variability = (arrivals.dispersion + service.scv) / 2;
  const meanWait = ((waits * service.mean) / (servers - load)) * variability;
  return answerOfQueue(problem, {
    source,
    ...(Number.isFinite(meanWait) && { meanWait }),
    probabilityOfWait: waits,
  });
}

export const mgc: Model = {
  kendall: 'M/G/c',
  name: 'Lee-Longton: Poisson arrivals, any service times, c servers',
  exactness: 'approximation',
  assumptions: [
    'Poisson arrivals',
    'independent service times of any law',
    'c equal servers on one queue',
    'unlimited queue',
  ],
  formula: 'Wq ≈ Wq(M/M/c) (1 + cs²) / 2',
  breaks: 'Its error grows with the variability of the service times and when servers are seldom busy.',
  sources: [leeLongton],
  covers: all(poissonArrivals, finitelyManyServers, noLimit, finiteMeanService, orderBlindToService),
  solve: problem => scaled(problem, leeLongton),
};

export const ggc: Model = {
  kendall: 'G/G/c',
  name: 'Allen-Cunneen: any arrivals, any service times, c servers',
  exactness: 'approximation',
  assumptions: [
    'stationary arrivals, known by rate and dispersion',
    'independent service times, known by mean and scv',
    'c equal servers on one queue',
    'unlimited queue',
  ],
  formula: 'Wq ≈ Wq(M/M/c) (ca² + cs²) / 2',
  breaks: 'Two moments do not determine a queue: correlated arrivals and low loads can be far off.',
  sources: [allenCunneen],
  covers: all(
    stationaryArrivals,
    oneByOne,
    finitelyManyServers,
    noLimit,
    finiteMeanService,
    orderBlindToService,
  ),
  solve: problem => scaled(problem, allenCunneen),
};
