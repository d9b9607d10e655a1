/** Sojourns in M/G/1 where all present share the server: E T(x) = x / (1 - ρ), whatever the law of the sizes. */
export function processorSharing(arrivalRate: number, meanService: number) {
  const load = arrivalRate * meanService;
  const slowdown = 1 / (1 - load);
  return {
    slowdown,
    utilisation: load,
    meanSojourn: meanService * slowdown,
    meanNumberInSystem: load * slowdown,
  };
}

/** Variance of the sojourn in M/M/1 with sharing (E. G. Coffman, R. R. Muntz, H. Trotter, Journal of the ACM 17 (1970); not checked). */
export function sharedExponentialVariance(arrivalRate: number, meanService: number): number {
  const load = arrivalRate * meanService;
  return (meanService ** 2 * (2 + load)) / ((2 - load) * (1 - load) ** 2);
}

/** Variance of the sojourn in M/M/1, last come first served with interruption: that of a busy period. */
export function busyPeriodVariance(arrivalRate: number, meanService: number): number {
  const load = arrivalRate * meanService;
  return (meanService ** 2 * (1 + load)) / (1 - load) ** 3;
}
