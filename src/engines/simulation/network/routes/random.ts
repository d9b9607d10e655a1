import type { Route } from '../station.js';
import type { RouteSetup } from './route-setup.js';

/** Each of the places alike, by chance. */
export const random = ({ places, stream }: RouteSetup): Route => ({
  next: () => places[Math.floor(stream.uniform() * places.length)],
});
