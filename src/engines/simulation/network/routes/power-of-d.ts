import type { Stream } from '../../../../random/index.js';
import type { Network } from '../network.js';
import type { Route } from '../station.js';
import type { RouteSetup } from './route-setup.js';

/** Of d different places drawn by chance the one with the fewest customers; of equals the one drawn first. */
export class PowerOfD implements Route {
  private readonly network: Network;
  /** In the order of the last draw: the first d of a shuffle that is never finished. */
  private readonly places: number[];
  private readonly d: number;
  private readonly stream: Stream;

  constructor({ network, places, d, stream }: RouteSetup) {
    this.network = network;
    this.places = [...places];
    this.d = d;
    this.stream = stream;
  }

  next(): number {
    const { places, d, stream } = this;
    const { stations } = this.network;
    let fewest = Number.POSITIVE_INFINITY;
    let chosen = 0;
    for (let i = 0; i < d; i++) {
      const drawn = i + Math.floor(stream.uniform() * (places.length - i));
      const place = places[drawn];
      places[drawn] = places[i];
      places[i] = place;
      const { present } = stations[place];
      if (present >= fewest) continue;
      fewest = present;
      chosen = place;
    }
    return chosen;
  }
}
