import type { Distribution } from '../../../distributions/contract.js';
import { law, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import { type ArrivalsDuring, arrivalsDuring } from '../laws/arrivals-during.js';
import { NotCovered } from '../not-covered.js';

export interface SingleServerLimited {
  readonly arrivalRate: number;
  readonly service: Distribution;
  /** Most customers, the one in service included. */
  readonly capacity: number;
}

export const singleServerLimited = formula({
  kendall: 'M/G/1/K',
  name: 'Poisson arrivals, any service times, one server, at most K customers',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'independent service times of any law',
    'one server',
    'room for K customers, the one in service included; further arrivals are lost and do not return',
  ],
  formula: 'P(loss) = 1 - 1 / (π_0 + ρ), with π the Markov chain of those left behind at departures',
  breaks: 'Lost customers that try again make the load, the wait and the loss larger than it says.',
  sources: [{ ref: 'gross2008', at: 'section 5.1.7' }],
  parameters: { arrivalRate: rate, service: law, capacity: whole(1, 2500) },
  solve: ({ arrivalRate, service, capacity }: SingleServerLimited) => {
    const arrivals = arrivalsDuring(arrivalRate, service, capacity - 1);
    const atDeparture = leftBehind(arrivals);
    /** Arrivals that one service, begun with n customers, turns away. */
    const lost = (n: number): number => arrivals.beyond[capacity - n];
    const lostByService = atDeparture.reduce((sum, p, n) => sum + p * lost(Math.max(1, n)), 0);
    // From one departure to the next 1 customer is served and so many are lost.
    const scale = 1 / (1 + lostByService);
    const probabilityOfLoss = lostByService * scale;
    const throughput = arrivalRate * scale;
    const meanNumberInQueue = atDeparture.reduce(
      (sum, p, n) => sum + Math.max(0, n - 1) * p * scale,
      (capacity - 1) * probabilityOfLoss,
    );
    const utilisation = throughput * service.mean;
    const meanNumberInSystem = meanNumberInQueue + utilisation;
    return {
      throughput,
      utilisation,
      meanNumberInSystem,
      meanNumberInQueue,
      meanWait: meanNumberInQueue / throughput,
      meanSojourn: meanNumberInSystem / throughput,
      probabilityOfLoss,
      probabilityEmpty: atDeparture[0] * scale,
      probabilityOfWait: atDeparture.reduce((sum, p, n) => (n > 0 ? sum + p : sum), 0),
    };
  },
});

/** Who departs leaves j or fewer behind as often as j + 1 or more: from that cut, by additions alone. */
function leftBehind({ none, atLeast }: ArrivalsDuring): Float64Array {
  if (!(none > 1e-100)) throw new NotCovered('the station is offered so much that it is never empty');
  const chances = new Float64Array(atLeast.length);
  chances[0] = 1;
  let total = 1;
  for (let j = 1; j < chances.length; j++) {
    let up = chances[0] * atLeast[j];
    for (let i = 1; i < j; i++) up += chances[i] * atLeast[j - i + 1];
    chances[j] = up / none;
    total += chances[j];
    if (total < 1e150) continue;
    for (let i = 0; i <= j; i++) chances[i] /= total;
    total = 1;
  }
  return chances.map(chance => chance / total);
}
