const harmonic = (n: number): number =>
  Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((sum, x) => sum + x, 0);

/**
 * Mean time until all `tasks` of a job are done, each at an M/M/1 of its own that it joins on arrival. Two are
 * exact (L. Flatto, S. Hahn 1984); more by the approximation of R. Nelson and A. N. Tantawi, IEEE Transactions
 * on Computers 37 (1988) (not checked).
 */
export function forkJoin(arrivalRate: number, meanService: number, tasks: number) {
  const load = arrivalRate * meanService;
  const single = meanService / (1 - load);
  const pair = ((12 - load) / 8) * single;
  const ratio = harmonic(tasks) / harmonic(2);
  return {
    utilisation: load,
    meanSojournOfTask: single,
    meanSojourn: (ratio + (4 / 11) * (1 - ratio) * load) * pair,
    upperBound: harmonic(tasks) * single,
  };
}
