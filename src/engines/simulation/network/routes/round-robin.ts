import type { Route } from '../station.js';
import type { RouteSetup } from './route-setup.js';

/** One place after the other, the first one first. */
export class RoundRobin implements Route {
  private readonly places: readonly number[];
  private turn = 0;

  constructor({ places }: RouteSetup) {
    this.places = places;
  }

  next(): number {
    const place = this.places[this.turn];
    this.turn = this.turn + 1 === this.places.length ? 0 : this.turn + 1;
    return place;
  }
}
