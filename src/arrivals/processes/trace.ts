import { requestsOf, traceParameters } from '../../distributions/requests.js';
import { square } from '../../numerics/pow.js';
import type { Requests } from '../../traces/requests.js';
import type { ArrivalProcess } from '../contract.js';
import { processKind } from '../kind.js';

/** Customers who come when they were once seen to come. */
export const trace = processKind(
  {
    name: 'trace',
    about: 'Customers who come at the times that a file tells, over and over.',
    parameters: {
      ...traceParameters,
      speed: {
        kind: 'number',
        exclusiveMin: 0,
        about: 'So many times as fast as it was recorded. Absent: 1.',
      },
    },
  },
  form => [
    form(['file'], ({ file }) => replay(requestsOf(file), 1)),
    form(['file', 'class'], ({ file, class: name }) => replay(requestsOf(file, name), 1)),
    form(['file', 'speed'], ({ file, speed }) => replay(requestsOf(file), speed)),
    form(['file', 'class', 'speed'], ({ file, class: name, speed }) => replay(requestsOf(file, name), speed)),
  ],
);

/**
 * A cycle begins half a mean gap before the first row of the whole trace and ends as long after its last, so
 * that the mean gap of all classes together closes it and no customer comes at its very end.
 */
function replay({ times, meanGap, span }: Requests, speed: number): ArrivalProcess {
  const { length } = times;
  const cycle = (span + meanGap) / speed;
  const first = (meanGap / 2 + times[0]) / speed;
  const closing = (span + meanGap - times[length - 1] + times[0]) / speed;
  const gapBefore = (row: number): number => (row === 0 ? closing : (times[row] - times[row - 1]) / speed);
  const rate = length / cycle;
  let squares = 0;
  for (let row = 0; row < length; row++) squares += square(gapBefore(row) * rate - 1);
  return {
    kendall: 'trace',
    rate,
    scv: squares / length,
    // Every cycle brings the same customers.
    dispersion: 0,
    renewal: false,
    cycle,
    source: () => {
      let row = 0;
      let begun = false;
      return {
        fill: block => {
          for (let i = 0; i < block.length; i++) {
            block[i] = begun ? gapBefore(row) : first;
            begun = true;
            row = row + 1 === length ? 0 : row + 1;
          }
        },
      };
    },
  };
}
