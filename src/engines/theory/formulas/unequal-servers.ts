import { matrix, sumOf } from '../../../numerics/matrix.js';
import { meanExcess, solveQbd } from '../phases/qbd.js';

/** M/M/2 with servers of different rates; a customer that finds both free takes the first of them. */
export function unequalServers(arrivalRate: number, [preferred, other]: readonly [number, number]) {
  const both = preferred + other;
  const solution = solveQbd({
    boundary: [
      {
        up: matrix(1, 2, (_, j) => (j === 0 ? arrivalRate : 0)),
        local: matrix(1, 1, () => -arrivalRate),
        down: matrix(1, 1),
      },
      {
        up: matrix(2, 1, () => arrivalRate),
        local: matrix(2, 2, (i, j) => (i === j ? -arrivalRate - (i === 0 ? preferred : other) : 0)),
        down: matrix(2, 1, i => (i === 0 ? preferred : other)),
      },
    ],
    repeating: {
      up: matrix(1, 1, () => arrivalRate),
      local: matrix(1, 1, () => -arrivalRate - both),
      down: matrix(1, 1, () => both),
    },
    // Whoever ends first leaves the other at work.
    firstDown: matrix(1, 2, (_, j) => (j === 0 ? other : preferred)),
  });
  const [none, one] = solution.boundary.map(({ data }) => sumOf(data));
  const probabilityOfWait = sumOf(solution.beyond.data);
  const meanNumberInSystem = one + 2 * probabilityOfWait + meanExcess(solution);
  return {
    meanNumberInSystem,
    meanSojourn: meanNumberInSystem / arrivalRate,
    probabilityOfWait,
    probabilityEmpty: none,
  };
}
