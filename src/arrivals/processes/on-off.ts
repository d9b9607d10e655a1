import { distributionOf } from '../../distributions/index.js';
import type { ArrivalProcess } from '../contract.js';
import { processKind } from '../kind.js';
import { renewalProcess } from '../renewal-process.js';

/** Bursts and silences. */
export const onOff = processKind(
  {
    name: 'on-off',
    about: 'Poisson arrivals in bursts, none in the silences between; both last exponential times.',
    parameters: {
      rate: { kind: 'rate', exclusiveMin: 0, about: 'Customers per unit of time in the long run.' },
      onRate: { kind: 'rate', exclusiveMin: 0, about: 'Customers per unit of time during a burst.' },
      meanOn: { kind: 'duration', exclusiveMin: 0, about: 'Mean length of a burst.' },
      meanOff: { kind: 'duration', exclusiveMin: 0, about: 'Mean length of a silence.' },
    },
  },
  form => [
    form(['rate', 'meanOn', 'meanOff'], ({ rate, meanOn, meanOff }) =>
      interrupted((rate * (meanOn + meanOff)) / meanOn, meanOn, meanOff),
    ),
    form(['onRate', 'meanOn', 'meanOff'], p => interrupted(p.onRate, p.meanOn, p.meanOff)),
  ],
);

/**
 * Every arrival finds a burst under way, so that the process starts anew: the times between arrivals are
 * independent, and hyperexponential with two branches (A. Kuczura, "The interrupted Poisson process as an
 * overflow process", Bell System Technical Journal 52(3), 1973; from memory, tested against the modulated process). It starts as if a customer had just come.
 */
function interrupted(onRate: number, meanOn: number, meanOff: number): ArrivalProcess {
  const sum = onRate + 1 / meanOn + 1 / meanOff;
  const product = onRate / meanOff;
  const fast = (sum + Math.sqrt(sum * sum - 4 * product)) / 2;
  const slow = product / fast;
  const chance = Math.max(0, (onRate - slow) / (fast - slow));
  return renewalProcess(
    distributionOf({
      distribution: 'hyperexponential',
      probabilities: [chance, 1 - chance],
      rates: [fast, slow],
    }),
  );
}
