import type { SpeedsSpec } from '../../../../scenario/server-side/type.js';
import type { WaitingLine } from '../lines/line.js';
import type { Network } from '../network.js';
import { Servers } from '../stations/servers.js';
import type { StationSetup } from '../stations/station-setup.js';

/** Servers of different speed with one waiting line: a service takes the customer's demand over the speed. */
export class UnequalServers extends Servers {
  private readonly speeds: readonly number[];
  private readonly choose: () => number;
  /** Numbers of the idle ones, the one that is idle longest first. */
  private readonly idle: number[];
  private readonly owner: Network;

  constructor(setup: StationSetup, line: WaitingLine, { of, choose }: SpeedsSpec) {
    super(setup, line);
    this.owner = setup.network;
    this.speeds = of;
    this.idle = of.map((_, server) => server);
    const { stream } = setup.context;
    this.choose = {
      fastest: () => this.fastest(),
      random: () => Math.floor(stream.uniform() * this.idle.length),
      'longest-idle': () => 0,
    }[choose];
  }

  override finish(customer: number): void {
    this.idle.push(this.owner.population.mark[customer]);
    super.finish(customer);
  }

  /** With the speed of the server that takes the customer, whose number stays in the customer's mark. */
  protected override start(customer: number): void {
    const { population, calendar, clock } = this.owner;
    const [server] = this.idle.splice(this.choose(), 1);
    population.mark[customer] = server;
    population.began[customer] = clock[0];
    calendar.times[calendar.slot] = clock[0] + population.demand[customer] / this.speeds[server];
    calendar.schedule(customer);
  }

  /** The place of the fastest in the list of those idle; of equal ones the one that is idle longest. */
  private fastest(): number {
    const { idle, speeds } = this;
    let best = 0;
    for (let i = 1; i < idle.length; i++) if (speeds[idle[i]] > speeds[idle[best]]) best = i;
    return best;
  }
}
