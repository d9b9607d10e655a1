import type { Distribution } from '../distributions/contract.js';
import { exponential, type Stream } from '../random/index.js';
import type { ArrivalProcess, ArrivalSource, BatchOf } from './contract.js';

/** How many customers come at once. */
export interface BatchSize {
  readonly mean: number;
  /** E B^2. */
  readonly secondMoment: number;
  readonly law: BatchOf;
  readonly draw: (stream: Stream) => number;
}

/**
 * Batches at the epochs of a Poisson process, `rate` customers per second in all. With one interarrival time
 * in E B an exponential gap and the others 0, their scv is 2 E B - 1; the number of customers is a compound
 * Poisson variable, whose variance over mean is E B^2 / E B (H. C. Tijms, "A First Course in Stochastic
 * Models", 2003, section 1.2; from memory).
 *
 * @param interarrival the law of the time between two customers, where such times are independent: where a
 *   batch goes on with one and the same probability after each customer.
 */
export const batches = (rate: number, size: BatchSize, interarrival?: Distribution): ArrivalProcess => ({
  kendall: 'M^X',
  rate,
  scv: 2 * size.mean - 1,
  dispersion: size.secondMoment / size.mean,
  renewal: interarrival !== undefined,
  batch: size.law,
  ...(interarrival && { interarrival }),
  source: stream => source(size.mean / rate, size, stream),
});

function source(gap: number, size: BatchSize, stream: Stream): ArrivalSource {
  let following = 0;
  return {
    fill: block => {
      for (let i = 0; i < block.length; i++) {
        if (following > 0) {
          following--;
          block[i] = 0;
        } else {
          block[i] = gap * exponential(stream);
          following = size.draw(stream) - 1;
        }
      }
    },
  };
}
