import type { Stream } from '../../../../random/index.js';
import type { Network } from '../network.js';
import type { Route } from '../station.js';
import type { RouteSetup } from './route-setup.js';

/** Where the fewest customers wait and are served; among equals by chance. */
export class ShortestQueue implements Route {
  private readonly network: Network;
  private readonly places: readonly number[];
  private readonly stream: Stream;

  constructor({ network, places, stream }: RouteSetup) {
    this.network = network;
    this.places = places;
    this.stream = stream;
  }

  next(): number {
    const { places } = this;
    const { stations } = this.network;
    let fewest = Number.POSITIVE_INFINITY;
    let chosen = places[0];
    let equals = 0;
    for (let i = 0; i < places.length; i++) {
      const { present } = stations[places[i]];
      if (present < fewest) {
        fewest = present;
        chosen = places[i];
        equals = 1;
      } else if (present === fewest) {
        // Each of k equals is the one with probability 1/k.
        equals++;
        if (this.stream.uniform() * equals < 1) chosen = places[i];
      }
    }
    return chosen;
  }
}
