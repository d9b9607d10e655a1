/** Means of a station without loss, from its mean wait, by Little's law. Seconds and customers per second. */
export function byLittle(arrivalRate: number, meanWait: number, meanService: number) {
  const meanSojourn = meanWait + meanService;
  return {
    throughput: arrivalRate,
    meanWait,
    meanSojourn,
    meanNumberInQueue: arrivalRate * meanWait,
    meanNumberInSystem: arrivalRate * meanSojourn,
  };
}
