import type { Stream } from '../../../../random/index.js';
import { Alarm } from '../alarm.js';
import { type Draws, drawBlock } from '../draws.js';
import type { Network } from '../network.js';

/** How the servers of a station fail and are repaired, each on its own. */
export interface BreakdownSetup {
  readonly upTime: Draws;
  readonly repairTime: Draws;
  /** Decides which of the servers that work is the one that fails. */
  readonly stream: Stream;
  /** Whether they fail only while they serve. */
  readonly serving: boolean;
}

/** A station whose number of servers changes. */
export interface Fallible {
  /** One of `working` servers fails: `share` in [0, 1) says which. */
  fail(share: number): void;
  repair(): void;
}

/** Lets every server of a station fail, busy or idle, and come back, from all working at the start. */
export function breakDown(network: Network, servers: number, station: Fallible, setup: BreakdownSetup): void {
  for (let i = 0; i < servers; i++) {
    let works = true;
    const alarm = new Alarm(network, () => {
      if (works) station.fail(setup.stream.uniform());
      else station.repair();
      works = !works;
      plan();
    });
    const plan = () => {
      const draws = works ? setup.upTime : setup.repairTime;
      if (draws.at === drawBlock) draws.refill();
      alarm.due = network.clock[0] + draws.block[draws.at++];
      alarm.arm();
    };
    plan();
  }
}
