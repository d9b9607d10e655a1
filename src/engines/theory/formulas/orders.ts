import type { Distribution } from '../../../distributions/contract.js';
import { lawOf, rate } from '../domain.js';
import { formula } from '../formula.js';

export interface SingleServer {
  readonly arrivalRate: number;
  readonly service: Distribution;
}

export const loadOfServer = ({ arrivalRate, service }: SingleServer): number => arrivalRate * service.mean;

export const waitByOrder = formula({
  kendall: 'M/G/1 orders of service',
  name: 'variance of the wait: first come, last come, random order',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'independent service times with a third moment',
    'one server; a service once begun is finished',
  ],
  formula:
    'E W² is that of first come first served times 2 / (2 - ρ) in random order, 1 / (1 - ρ) last come first',
  breaks: 'Orders that look at service times change the mean as well.',
  sources: [
    { ref: 'takacs1962', at: 'second moment' },
    { ref: 'kingman1962order', at: 'the order of service' },
  ],
  parameters: { arrivalRate: rate, service: lawOf(3) },
  load: loadOfServer,
  solve: ({ arrivalRate, service }: SingleServer) => {
    const load = arrivalRate * service.mean;
    const meanWait = (load * service.mean * (1 + service.scv)) / (2 * (1 - load));
    const secondMoment = 2 * meanWait ** 2 + (arrivalRate * service.thirdMoment) / (3 * (1 - load));
    return {
      meanWait,
      varianceFirstCome: secondMoment - meanWait ** 2,
      varianceRandom: (2 * secondMoment) / (2 - load) - meanWait ** 2,
      varianceLastCome: secondMoment / (1 - load) - meanWait ** 2,
    };
  },
});
