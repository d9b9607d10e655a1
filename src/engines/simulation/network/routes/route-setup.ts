import type { Stream } from '../../../../random/index.js';
import type { Network } from '../network.js';

/** What a way to choose between places is made of. */
export interface RouteSetup {
  readonly network: Network;
  /** By number of the station; `leaving`: out of the network. */
  readonly places: readonly number[];
  /** By place, where the strategy weighs them. */
  readonly weights: readonly number[];
  /** Places that are looked at. */
  readonly d: number;
  /** By number of the station: its servers. */
  readonly servers: readonly number[];
  readonly stream: Stream;
}
