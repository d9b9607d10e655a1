import type { Stream } from '../../../../random/index.js';
import type { Route } from '../station.js';
import type { RouteSetup } from './route-setup.js';
import { WorkMeter } from './work-meter.js';

/**
 * Where the least work is left for each server; among equals by chance. In front of single servers that serve
 * in the order of arrival nobody waits a moment longer than in one common line.
 */
export class LeastWork implements Route {
  private readonly places: readonly number[];
  private readonly meters: readonly WorkMeter[];
  private readonly servers: readonly number[];
  private readonly stream: Stream;

  constructor({ network, places, servers, stream }: RouteSetup) {
    this.places = places;
    this.servers = places.map(place => servers[place]);
    this.meters = places.map((place, i) => WorkMeter.at(network, place, this.servers[i]));
    this.stream = stream;
  }

  next(): number {
    const { places, meters, servers } = this;
    let least = Number.POSITIVE_INFINITY;
    let chosen = 0;
    let equals = 0;
    for (let i = 0; i < meters.length; i++) {
      meters[i].update();
      const work = meters[i].work[0] / servers[i];
      if (work < least) {
        least = work;
        chosen = i;
        equals = 1;
      } else if (work === least) {
        equals++;
        if (this.stream.uniform() * equals < 1) chosen = i;
      }
    }
    return places[chosen];
  }
}
