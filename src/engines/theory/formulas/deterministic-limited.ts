import { matrix } from '../../../numerics/matrix.js';
import { poissonProbability } from '../../../numerics/poisson.js';
import { stationary } from '../../../numerics/stationary.js';

/** M/D/1/K by the Markov chain embedded at departures (Gross et al. 2008, section 5.1.7; not checked). */
export function deterministicLimited(arrivalRate: number, service: number, capacity: number) {
  const load = arrivalRate * service;
  const arrivals = (n: number): number => poissonProbability(n, load);
  const atDeparture = stationary(
    matrix(capacity, capacity, (i, j) => {
      const left = Math.max(i - 1, 0);
      if (j < left) return 0;
      if (j < capacity - 1) return arrivals(j - left);
      // All the arrivals that the room does not hold are lost.
      let rest = 1;
      for (let n = 0; n < j - left; n++) rest -= arrivals(n);
      return Math.max(0, rest);
    }),
  );
  const scale = 1 / (atDeparture[0] + load);
  const probabilityOfLoss = 1 - scale;
  const meanNumberInSystem = atDeparture.reduce(
    (sum, p, n) => sum + n * p * scale,
    capacity * probabilityOfLoss,
  );
  const throughput = arrivalRate * (1 - probabilityOfLoss);
  return {
    probabilityOfLoss,
    probabilityEmpty: atDeparture[0] * scale,
    meanNumberInSystem,
    throughput,
    meanSojourn: meanNumberInSystem / throughput,
    utilisation: throughput * service,
  };
}
