import { Alarm } from '../alarm.js';
import { drawBlock } from '../draws.js';
import type { Network } from '../network.js';
import type { BreakdownSetup } from './breakdowns.js';

/** A station that is told which service a failing server interrupts. */
export interface Wearing {
  /** The server of this customer fails: its service stops. */
  failUnder(customer: number): void;
  repair(): void;
}

const nobody = -1;

/**
 * Servers that break down only while they serve: what is left of a server's up time passes when it has a customer. Of
 * those idle the one that served last takes the next customer.
 */
export class Wear {
  private readonly network: Network;
  private readonly station: Wearing;
  private readonly setup: BreakdownSetup;
  /** Seconds of service until it fails, by server; when it began the service at hand, and whose it is. */
  private readonly left: Float64Array;
  private readonly since: Float64Array;
  private readonly servedBy: Int32Array;
  private readonly alarms: readonly Alarm[];
  private readonly idle: number[];
  private readonly serverOf = new Map<number, number>();

  constructor(network: Network, servers: number, station: Wearing, setup: BreakdownSetup) {
    this.network = network;
    this.station = station;
    this.setup = setup;
    this.left = Float64Array.from({ length: servers }, () => next(setup.upTime));
    this.since = new Float64Array(servers);
    this.servedBy = new Int32Array(servers).fill(nobody);
    this.alarms = Array.from({ length: servers }, (_, server) => new Alarm(network, () => this.ring(server)));
    this.idle = Array.from({ length: servers }, (_, i) => servers - 1 - i);
  }

  /** Some idle server begins to serve the customer. */
  begin(customer: number): void {
    const server = this.idle.pop() as number;
    const now = this.network.clock[0];
    this.serverOf.set(customer, server);
    this.servedBy[server] = customer;
    this.since[server] = now;
    this.plan(server, now + this.left[server]);
  }

  /** The server of the customer serves it no longer, for whatever reason. */
  end(customer: number): void {
    const server = this.serverOf.get(customer) as number;
    this.serverOf.delete(customer);
    this.servedBy[server] = nobody;
    this.left[server] -= this.network.clock[0] - this.since[server];
    this.plan(server, Number.POSITIVE_INFINITY);
    this.idle.push(server);
  }

  /** It fails under its customer, or its repair is over: then nobody is served by it. */
  private ring(server: number): void {
    const now = this.network.clock[0];
    const customer = this.servedBy[server];
    if (customer === nobody) {
      this.left[server] = next(this.setup.upTime);
      this.idle.push(server);
      this.station.repair();
      return;
    }
    this.end(customer);
    this.idle.pop();
    this.plan(server, now + next(this.setup.repairTime));
    this.station.failUnder(customer);
  }

  private plan(server: number, due: number): void {
    this.alarms[server].due = due;
    this.alarms[server].arm();
  }
}

function next(draws: BreakdownSetup['upTime']): number {
  if (draws.at === drawBlock) draws.refill();
  return draws.block[draws.at++];
}
