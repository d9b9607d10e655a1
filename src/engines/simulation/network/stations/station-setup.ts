import type { Stream } from '../../../../random/index.js';
import type { Draws } from '../draws.js';
import type { LineContext, WaitingLine } from '../lines/line.js';
import type { Network } from '../network.js';
import type { Station } from '../station.js';
import type { BreakdownSetup } from './breakdowns.js';
import type { Retrying } from './orbit.js';

export interface Baulking {
  /** The probability that a customer comes in who finds so many. */
  readonly joining: (present: number) => number;
  readonly stream: Stream;
}

/** What every kind of station is made of. */
export interface StationSetup {
  readonly network: Network;
  /** Number of the station. */
  readonly id: number;
  readonly name: string;
  /** Infinity: a server for everybody. Where the number changes, that at first. */
  readonly servers: number;
  /** Most customers in the station; Infinity: no limit. */
  readonly capacity: number;
  /** Service times by class number. */
  readonly services: readonly Draws[];
  /** How long customers wait before they give up, by class number; absent: nobody does. */
  readonly patience?: readonly (Draws | undefined)[];
  /** How customers that find no room come back, by class number; absent: nobody does. */
  readonly retrying?: readonly (Retrying | undefined)[];
  /** How long a server takes from the line of one class to that of the next; absent: no time. */
  readonly switchOver?: Draws;
  /** Whether those who find it full hold the servers they come from. Absent: nobody in the network does. */
  readonly blocks?: boolean;
  /** Seconds in service after which work is delivered again. Absent: never. */
  readonly lease?: number;
  /** Absent: everyone comes in. */
  readonly baulking?: Baulking;
  /** What of an interrupted service is done anew; absent: nothing. */
  readonly interrupted?: 'restart' | 'resample';
  /** Whether customers can be called away. */
  readonly revocable?: boolean;
  /** Absent: servers never fail. */
  readonly breakdowns?: BreakdownSetup;
  /** Makes the station; absent: so many equal servers that are always there. */
  readonly serverSide?: (setup: StationSetup, line: WaitingLine) => Station;
  /** Speed of each of those in service, by how many they are and how many are present. Absent: 1. */
  readonly speed?: (served: number, present: number) => number;
  readonly context: LineContext;
}
