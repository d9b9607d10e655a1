import type { Stream } from '../../../../random/index.js';
import type { Route } from '../station.js';

/** Each customer draws its next place, independently of everything else (Markovian routing). */
export class Probabilistic implements Route {
  private readonly places: Int32Array;
  private readonly upTo: Float64Array;
  private readonly stream: Stream;

  /** @param shares by place; they sum to 1 up to rounding */
  constructor(places: readonly number[], shares: readonly number[], stream: Stream) {
    this.places = Int32Array.from(places);
    let sum = 0;
    this.upTo = Float64Array.from(shares, share => {
      sum += share;
      return sum;
    });
    // Rounding must leave no gap at the end.
    this.upTo[this.upTo.length - 1] = 1;
    this.stream = stream;
  }

  next(): number {
    const { upTo } = this;
    const drawn = this.stream.uniform();
    let i = 0;
    while (drawn >= upTo[i]) i++;
    return this.places[i];
  }
}
