import { rootIn } from '../../../numerics/root.js';

export interface BatchService {
  readonly arrivalRate: number;
  readonly meanService: number;
  /** Most customers served together. */
  readonly batch: number;
}

/** The root r < 1 of μ r^(b + 1) - (λ + μ) r + λ = 0, divided by its other root 1. */
const decay = ({ arrivalRate, meanService, batch }: BatchService): number =>
  rootIn(
    r => {
      let powers = 0;
      for (let i = 1; i <= batch; i++) powers += r ** i;
      return powers - arrivalRate * meanService;
    },
    0,
    1,
  );

/** M/M^[b]/1 whose batch in service takes in arrivals while it has room: p_n = (1 - r) r^n (Gross et al. 2008, section 3.2; not checked). */
export function openBatches(station: BatchService) {
  const { arrivalRate, meanService } = station;
  const root = decay(station);
  const meanNumberInSystem = root / (1 - root);
  const meanSojourn = meanNumberInSystem / arrivalRate;
  return {
    root,
    meanNumberInSystem,
    meanSojourn,
    meanWait: meanSojourn - meanService,
    meanNumberInQueue: meanNumberInSystem - arrivalRate * meanService,
    probabilityEmpty: 1 - root,
  };
}

/** M/M^[b]/1 whose batch in service is closed: the number waiting is geometric with the same root (N. T. J. Bailey 1954; not checked). */
export function closedBatches(station: BatchService) {
  const { arrivalRate, meanService } = station;
  const root = decay(station);
  // While it serves nobody the chance of one waiting-room state is μ / λ times that of "serving, nobody waits".
  const serving = 1 / (1 / (1 - root) + 1 / (meanService * arrivalRate));
  const meanNumberInQueue = (serving * root) / (1 - root) ** 2;
  const meanWait = meanNumberInQueue / arrivalRate;
  return {
    meanNumberInQueue,
    meanWait,
    meanSojourn: meanWait + meanService,
    meanNumberInSystem: meanNumberInQueue + arrivalRate * meanService,
    probabilityEmpty: serving / (meanService * arrivalRate),
  };
}
