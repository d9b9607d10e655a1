import { duration, made, rate, scv, whole } from '../domain.js';
import { erlangC } from '../erlang.js';
import { formula } from '../formula.js';
import { batchArrivals } from './batch-arrivals.js';
import { type BatchSizes, squareOf } from './batch-sizes.js';
import { byLittle } from './by-little.js';

interface GeneralBatches {
  /** Batches per second. */
  readonly batchRate: number;
  readonly sizes: BatchSizes;
  readonly meanService: number;
  readonly serviceScv: number;
}

export interface GeneralBatchesAtServers extends GeneralBatches {
  readonly servers: number;
}

const assumptions = [
  'batches at the epochs of a Poisson process, of independent sizes',
  'independent service times, customer by customer, known by mean and scv',
  'unlimited queue',
];
const parameters = { batchRate: rate, sizes: made('batch sizes'), meanService: duration, serviceScv: scv };
const offered = ({ batchRate, sizes, meanService }: GeneralBatches): number =>
  batchRate * sizes.mean * meanService;

export const batchArrivalsGeneral = formula({
  kendall: 'M^X/G/1',
  name: 'Poisson batches, services of any law, one server',
  exactness: 'exact',
  assumptions: [...assumptions, 'one server'],
  formula: 'Wq = (λ E S² + (E X² / E X - 1) E S) / (2 (1 - ρ)), λ = λ_b E X',
  breaks: 'Batches that come regularly wait less than it says; sizes that depend on one another wait more.',
  sources: [{ ref: 'tijms2003', at: 'section 9.3, batch arrivals' }],
  parameters,
  load: offered,
  solve: (station: GeneralBatches) => {
    const { batchRate, sizes, meanService, serviceScv } = station;
    const load = offered(station);
    const before = squareOf(sizes) / sizes.mean - 1;
    const meanWait = (meanService * (load * (1 + serviceScv) + before)) / (2 * (1 - load));
    return {
      ...byLittle(batchRate * sizes.mean, meanWait, meanService),
      utilisation: load,
      // Only the first of a batch can find the server idle.
      probabilityOfWait: 1 - (1 - load) / sizes.mean,
      probabilityEmpty: 1 - load,
    };
  },
});

export const batchArrivalsAtServers = formula({
  kendall: 'M^X/G/c',
  name: 'Poisson batches, services of any law, c servers',
  exactness: 'approximation',
  assumptions: [...assumptions, 'c equal servers on one queue'],
  formula: 'Wq ≈ Wq(M^X/M/c) - (1 - cs²) / 2 Wq(M/M/c), which is exact for one server',
  breaks:
    'Of many servers and large batches the services of one batch end together, the more so the more constant they are.',
  sources: [{ ref: 'tijms2003', at: 'section 9.6, in the manner of' }],
  parameters: { ...parameters, servers: whole(1, 10_000) },
  load: (station: GeneralBatchesAtServers) => offered(station) / station.servers,
  solve: (station: GeneralBatchesAtServers) => {
    const { batchRate, sizes, meanService, serviceScv, servers } = station;
    const load = offered(station);
    const exponential = batchArrivals.solve({ batchRate, sizes, meanService, servers });
    const oneByOne = (erlangC(servers, load) * meanService) / (servers - load);
    const meanWait = Math.max(0, exponential.meanWait - ((1 - serviceScv) / 2) * oneByOne);
    return {
      ...byLittle(batchRate * sizes.mean, meanWait, meanService),
      utilisation: load / servers,
      probabilityOfWait: exponential.probabilityOfWait,
    };
  },
});
