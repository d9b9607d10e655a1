import { poisson } from '../../../arrivals/processes/poisson.js';
import { exponentialOf } from '../../../distributions/families/exponential.js';
import { duration, rate, whole, wholeOrEndless } from '../domain.js';
import { formula } from '../formula.js';
import type { StationProblem } from '../model.js';
import { mmc } from '../models/mmc.js';
import { mmck } from '../models/mmck.js';

export interface SharedServers {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** Most customers there; Infinity where nobody is turned away. */
  readonly capacity: number;
}

export const sharedServers = formula({
  kendall: 'M/G/c/K-PS',
  name: 'several servers shared equally by all who are there',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'independent work of any law',
    'each customer has a server, or c of them are shared equally by more than c customers',
  ],
  formula:
    'L and P(loss) of M/M/c/K, whatever the law of the work; a sojourn in proportion to the work: E T(x) = x L / (λ (1 - P(loss)) E S)',
  breaks: 'Switching between customers that costs time, or a limit to how many share, slows all down.',
  sources: [{ ref: 'bonald2003', at: 'insensitivity of balanced sharing' }],
  parameters: {
    arrivalRate: rate,
    meanService: duration,
    servers: whole(1, 1e6),
    capacity: wholeOrEndless(1, 1e9),
  },
  load: ({ arrivalRate, meanService, servers, capacity }: SharedServers) =>
    Number.isFinite(capacity) ? 0 : (arrivalRate * meanService) / servers,
  solve: ({ arrivalRate, meanService, servers, capacity }: SharedServers) => {
    const memoryless: StationProblem = {
      arrivals: poisson.make({ rate: arrivalRate }),
      service: exponentialOf(meanService),
      servers: Math.min(servers, capacity),
      capacity,
      discipline: 'fcfs',
    };
    const { measures } = (Number.isFinite(capacity) ? mmck : mmc).solve(memoryless);
    const probabilityOfLoss = measures.probabilityOfLoss?.value;
    const throughput = arrivalRate * (1 - (probabilityOfLoss ?? 0));
    const meanNumberInSystem = measures.meanNumberInSystem?.value ?? throughput * meanService;
    return {
      throughput,
      utilisation: (throughput * meanService) / servers,
      meanNumberInSystem,
      meanSojourn: meanNumberInSystem / throughput,
      slowdown: meanNumberInSystem / (throughput * meanService),
      ...(probabilityOfLoss !== undefined && { probabilityOfLoss }),
    };
  },
});
