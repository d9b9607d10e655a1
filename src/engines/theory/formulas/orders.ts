import type { Distribution } from '../../../distributions/contract.js';

/**
 * Variance of the wait in M/G/1 by the order of service. The mean is the same; E W² is that of first come first
 * served times 2 / (2 - ρ) in random order and 1 / (1 - ρ) for last come first served
 * (L. Takács 1962; J. F. C. Kingman, Acta Mathematica Academiae Scientiarum Hungaricae 13 (1962); not checked).
 */
export function waitByOrder(arrivalRate: number, service: Distribution) {
  const load = arrivalRate * service.mean;
  const meanWait = (load * service.mean * (1 + service.scv)) / (2 * (1 - load));
  const secondMoment = 2 * meanWait ** 2 + (arrivalRate * service.thirdMoment) / (3 * (1 - load));
  return {
    meanWait,
    varianceFirstCome: secondMoment - meanWait ** 2,
    varianceRandom: (2 * secondMoment) / (2 - load) - meanWait ** 2,
    varianceLastCome: secondMoment / (1 - load) - meanWait ** 2,
  };
}
