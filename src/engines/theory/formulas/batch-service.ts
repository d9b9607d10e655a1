import { ParameterError } from '../../../distributions/contract.js';
import { matrix } from '../../../numerics/matrix.js';
import { rootIn } from '../../../numerics/root.js';
import { stationary } from '../../../numerics/stationary.js';
import { duration, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';
import { NotCovered } from '../not-covered.js';
import { closedBatchTimes } from '../times/batch-service.js';
import { delayedExponential } from '../times/simple.js';

export interface BatchService {
  readonly arrivalRate: number;
  readonly meanService: number;
  /** Most customers served together. */
  readonly batch: number;
}

/** The root r < 1 of μ r^(b + 1) - (λ + μ) r + λ = 0, divided by its other root 1: r + ... + r^b = λ/μ. */
function decay({ arrivalRate, meanService, batch }: BatchService): number {
  const load = arrivalRate * meanService;
  const excess = (r: number): number => {
    let powers = 0;
    for (let i = 0; i < batch; i++) powers = r * (1 + powers);
    return powers - load;
  };
  return rootIn(excess, 0, Math.min(1, load));
}

const bulkService: Source = { ref: 'gross2008', at: 'section 3.2, bulk service' };
const bulkServiceRule: Source = { ref: 'medhi2003', at: "section 4.3, Neuts's general bulk service rule" };
const parameters = { arrivalRate: rate, meanService: duration, batch: whole(1, 10_000) };
const load = ({ arrivalRate, meanService, batch }: BatchService): number =>
  (arrivalRate * meanService) / batch;

export const openBatches = formula({
  kendall: 'M/M^[b]/1 open',
  name: 'services of up to b customers together, which arrivals join while there is room',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'exponential services, of the same mean whatever the size of the batch',
    'an arrival joins the batch in service while it has fewer than b customers',
  ],
  formula: 'p_n = (1 - r) r^n, with r + r² + ... + r^b = λ/μ',
  breaks: 'Batches that close when they start make everybody wait for the next one.',
  sources: [bulkService],
  parameters,
  load,
  solve: (station: BatchService) => {
    const { arrivalRate, meanService, batch } = station;
    const root = decay(station);
    // r / (1 - r) less λ/μ, without the cancellation.
    const meanNumberInQueue = root ** (batch + 1) / (1 - root);
    const meanWait = meanNumberInQueue / arrivalRate;
    // Whoever finds n waits for the ends of n / b services, a geometric number of exponential times.
    const later = root ** batch;
    const pace = (1 - later) / meanService;
    return {
      root,
      probabilityOfWait: later,
      wait: delayedExponential(later, pace, bulkService),
      sojourn: delayedExponential(1, pace, bulkService),
      throughput: arrivalRate,
      utilisation: root,
      meanNumberInSystem: root / (1 - root),
      meanNumberInQueue,
      meanSojourn: meanWait + meanService,
      meanWait,
      probabilityEmpty: 1 - root,
    };
  },
});

export interface ClosedBatches extends BatchService {
  readonly servers: number;
  /** A server waits until so many are there. */
  readonly minimum: number;
}

/** Elimination takes the cube of this many multiplications: a tenth of a second. */
const mostStates = 700;

export const closedBatches = formula({
  kendall: 'M/M^[a,b]/c closed',
  name: 'services of a to b customers together, closed when they start',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'exponential services, of the same mean whatever the size of the batch',
    'a free server takes whoever waits, up to b, as soon as a do; later arrivals wait for the next service',
  ],
  formula:
    'while all servers are busy the number waiting is geometric, of ratio r with r + ... + r^b = λ/(c μ); below, a Markov chain',
  breaks: 'Batches that grow while they are served make nobody wait who still finds room.',
  sources: [bulkServiceRule, { ref: 'bailey1954', at: 'bulk service' }],
  parameters: { ...parameters, servers: whole(1, 1000), minimum: whole(1, 1000) },
  load: ({ servers, ...station }: ClosedBatches) => load(station) / servers,
  solve: (station: ClosedBatches) => {
    const { arrivalRate, meanService, batch, servers, minimum } = station;
    if (minimum > batch) throw new ParameterError('minimum', minimum, `at most the batch of ${batch}`);
    const full = servers * minimum;
    if (full >= mostStates)
      throw new NotCovered(`${servers} servers that wait for ${minimum} are too many states`);
    const root = decay({ ...station, meanService: meanService / servers });
    // States: so many servers busy and so many waiting, fewer than a start; and all busy, whoever waits.
    const rates = matrix(full + 1, full + 1);
    const move = (from: number, to: number, rate: number): void => {
      rates.data[from * (full + 1) + to] += rate;
    };
    for (let state = 0; state < full; state++) {
      move(state, state + 1, arrivalRate);
      if (state >= minimum) move(state, state - minimum, Math.floor(state / minimum) / meanService);
    }
    for (let waiting = 0; waiting < minimum; waiting++)
      move(full, full - minimum + waiting, (servers / meanService) * (1 - root) * root ** waiting);
    const chances = stationary(rates);
    const mean = (of: (state: number) => number, atFull: number): number =>
      chances.reduce((sum, p, state) => sum + p * (state < full ? of(state) : atFull), 0);
    const meanNumberInQueue = mean(state => state % minimum, root / (1 - root));
    const meanWait = meanNumberInQueue / arrivalRate;
    const waitingForMore = new Float64Array(minimum);
    for (let state = 0; state < full; state++) waitingForMore[state % minimum] += chances[state];
    const laws = closedBatchTimes({
      ...{
        ...station,
        waitingForMore,
        allBusy: chances[full],
        ratio: root,
        meanWait,
        source: bulkServiceRule,
      },
    });
    return {
      ...laws,
      throughput: arrivalRate,
      utilisation: mean(state => Math.floor(state / minimum), servers) / servers,
      meanNumberInQueue,
      meanWait,
      meanSojourn: meanWait + meanService,
      meanNumberInSystem: meanNumberInQueue + arrivalRate * meanService,
      // Whoever completes a batch for a free server begins at once.
      probabilityOfWait: 1 - mean(state => Number(state % minimum === minimum - 1), 0),
      probabilityEmpty: chances[0],
    };
  },
});
