import { rootIn } from '../../../numerics/root.js';
import { duration, rate, whole } from '../domain.js';
import { formula } from '../formula.js';

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
  sources: [{ ref: 'gross2008', at: 'section 3.2, bulk service' }],
  parameters,
  load,
  solve: (station: BatchService) => {
    const { arrivalRate, meanService, batch } = station;
    const root = decay(station);
    // r / (1 - r) less λ/μ, without the cancellation.
    const meanNumberInQueue = root ** (batch + 1) / (1 - root);
    const meanWait = meanNumberInQueue / arrivalRate;
    return {
      root,
      throughput: arrivalRate,
      meanNumberInSystem: root / (1 - root),
      meanNumberInQueue,
      meanSojourn: meanWait + meanService,
      meanWait,
      probabilityEmpty: 1 - root,
    };
  },
});

export const closedBatches = formula({
  kendall: 'M/M^[b]/1 closed',
  name: 'services of up to b customers together, closed when they start',
  exactness: 'exact',
  assumptions: [
    'Poisson arrivals',
    'exponential services, of the same mean whatever the size of the batch',
    'a free server takes whoever waits, up to b; later arrivals wait for the next service',
  ],
  formula: 'the number waiting while it serves is geometric with the root of r + r² + ... + r^b = λ/μ',
  breaks: 'A server that waits until b customers are there starts later than it says.',
  sources: [{ ref: 'bailey1954', at: 'bulk service' }],
  parameters,
  load,
  solve: (station: BatchService) => {
    const { arrivalRate, meanService } = station;
    const root = decay(station);
    // While it serves nobody the chance of one waiting-room state is μ / λ times that of "serving, nobody waits".
    const serving = 1 / (1 / (1 - root) + 1 / (meanService * arrivalRate));
    const meanNumberInQueue = (serving * root) / (1 - root) ** 2;
    const meanWait = meanNumberInQueue / arrivalRate;
    return {
      throughput: arrivalRate,
      meanNumberInQueue,
      meanWait,
      meanSojourn: meanWait + meanService,
      meanNumberInSystem: meanNumberInQueue + arrivalRate * meanService,
      probabilityEmpty: serving / (meanService * arrivalRate),
    };
  },
});
