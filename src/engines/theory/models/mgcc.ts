import { answerOf } from '../answer.js';
import {
  all,
  finitelyManyServers,
  finiteMeanService,
  limited,
  noWaitingRoom,
  poissonArrivals,
} from '../conditions.js';
import { erlangB } from '../erlang.js';
import type { Model, Source } from '../model.js';
import { noTime, serviceTime } from '../times/simple.js';

const source: Source = { ref: 'erlang1917', at: 'loss formula B' };
const insensitivity: Source = { ref: 'gross2008', at: 'section 2.6' };

/** Erlang's loss formula, which depends on the service times through their mean alone. */
export const mgcc: Model = {
  kendall: 'M/G/c/c',
  name: 'Erlang B: c servers, no waiting room',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'independent service times of any law',
    'no waiting room',
    'lost arrivals do not return',
  ],
  formula: 'P(loss) = B(c, a) = (a^c / c!) / Σ a^k / k! over k ≤ c',
  breaks: 'Arrivals in bursts, and lost customers that try again, lose more than it says.',
  sources: [source, insensitivity],
  covers: all(poissonArrivals, finitelyManyServers, limited, noWaitingRoom, finiteMeanService),
  solve: problem =>
    answerOf(problem, {
      source,
      meanWait: 0,
      probabilityOfWait: 0,
      probabilityOfLoss: erlangB(problem.servers, problem.arrivals.rate * problem.service.mean),
      wait: noTime(insensitivity),
      sojourn: serviceTime(problem.service, insensitivity),
    }),
};
