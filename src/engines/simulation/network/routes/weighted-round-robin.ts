import type { Route } from '../station.js';
import type { RouteSetup } from './route-setup.js';

/**
 * In turn, each place as often as its weight says, spread over the round: every place gains its weight in
 * credit, the one with the most credit (the first of equals) is chosen and pays the sum of all weights. This is
 * the smooth weighted round robin of nginx.
 */
export class WeightedRoundRobin implements Route {
  private readonly places: readonly number[];
  private readonly weights: readonly number[];
  private readonly credit: Float64Array;
  private readonly sum: number;

  constructor({ places, weights }: RouteSetup) {
    this.places = places;
    this.weights = weights;
    this.credit = new Float64Array(places.length);
    this.sum = weights.reduce((total, weight) => total + weight, 0);
  }

  next(): number {
    const { places, weights, credit, sum } = this;
    let richest = 0;
    for (let i = 0; i < places.length; i++) {
      credit[i] += weights[i];
      if (credit[i] > credit[richest]) richest = i;
    }
    credit[richest] -= sum;
    return places[richest];
  }
}
