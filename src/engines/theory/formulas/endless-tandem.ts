import { matrix, sumOf } from '../../../numerics/matrix.js';
import { meanExcess, solveQbd } from '../phases/qbd.js';

/**
 * Poisson arrivals to two exponential stations with blocking after service and no limit before the first: the
 * level is the number at the first station, the phase the number at the second, or "first blocked".
 */
export function endlessTandem(arrivalRate: number, [mu1, mu2]: readonly [number, number], buffer: number) {
  const full = buffer + 1;
  const blocked = full + 1;
  const seconds = full + 1;
  const phases = blocked + 1;
  const down = (i: number, j: number): number => {
    if (i === blocked) return j === full ? mu2 : 0;
    return i < full && j === i + 1 ? mu1 : 0;
  };
  const within = (i: number, j: number): number => {
    if (i === full && j === blocked) return mu1;
    return i >= 1 && i <= full && j === i - 1 ? mu2 : 0;
  };
  const local = matrix(phases, phases, within);
  for (let i = 0; i < phases; i++) {
    local.data[i * phases + i] = -arrivalRate - (i < blocked ? mu1 : 0) - (i > 0 ? mu2 : 0);
  }
  const solution = solveQbd({
    boundary: [
      {
        up: matrix(seconds, phases, (i, j) => (i === j ? arrivalRate : 0)),
        local: matrix(seconds, seconds, (i, j) =>
          i === j ? -arrivalRate - (i > 0 ? mu2 : 0) : j === i - 1 ? mu2 : 0,
        ),
        down: matrix(1, 1),
      },
    ],
    repeating: {
      up: matrix(phases, phases, (i, j) => (i === j ? arrivalRate : 0)),
      local,
      down: matrix(phases, phases, down),
    },
    firstDown: matrix(phases, seconds, down),
  });
  const { boundary, beyond } = solution;
  const meanAtFirst = sumOf(beyond.data) + meanExcess(solution);
  const atSecond = (row: Float64Array): number => row.reduce((sum, p, i) => sum + p * Math.min(i, full), 0);
  const meanAtSecond = atSecond(boundary[0].data) + atSecond(beyond.data);
  return {
    throughput: arrivalRate,
    meanAtFirst,
    meanAtSecond,
    probabilityFirstBlocked: beyond.data[blocked],
    meanSojourn: (meanAtFirst + meanAtSecond) / arrivalRate,
  };
}
