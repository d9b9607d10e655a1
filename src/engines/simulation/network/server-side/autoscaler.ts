import type { AutoscalingSpec } from '../../../../scenario/server-side/type.js';
import { Alarm } from '../alarm.js';
import type { Draws } from '../draws.js';
import type { Network } from '../network.js';
import type { ChangingServers } from './changing.js';
import { Pending } from './pending.js';
import { signalOf } from './signals.js';

/** Of rounding: what is a whole number but for that is one. */
const whole = 1e-12;

/**
 * Looks at a station at regular times and asks for more servers or gives some back. How many are wanted follows
 * Kubernetes (kubernetes.io, Horizontal Pod Autoscaling, "Algorithm details"): ceil(signal / target) for a target of
 * type AverageValue, ceil(servers asked for x signal / target) for Value and Utilization, no change within the
 * tolerance, and over a stabilisation window no fewer than were wanted in it. Those given back are first the ones
 * that are still starting, the last ones asked for first, then idle ones, then busy ones, which finish their customer.
 */
export class Autoscaler {
  private readonly network: Network;
  private readonly station: ChangingServers;
  private readonly spec: AutoscalingSpec;
  private readonly most: number;
  private readonly starting: Pending | undefined;
  private readonly signal: () => number | undefined;
  private readonly alarm: Alarm;
  private looks = 0;
  private changed = Number.NEGATIVE_INFINITY;
  /** What was wanted in the stabilisation window. */
  private wanted: { readonly at: number; readonly servers: number }[] = [];

  /** @param most servers ever */
  constructor(
    network: Network,
    station: ChangingServers,
    spec: AutoscalingSpec,
    { startUp, most }: { readonly startUp: Draws | undefined; readonly most: number },
  ) {
    this.network = network;
    this.station = station;
    this.spec = spec;
    this.most = most;
    this.starting = startUp && new Pending(network, startUp, count => this.arrive(count));
    this.signal = signalOf(spec.signal, station, spec.every);
    this.alarm = new Alarm(network, () => this.look());
  }

  /** The first look comes one interval after the start. */
  begin(): void {
    this.plan();
  }

  private look(): void {
    const signal = this.signal();
    if (signal !== undefined) this.consider(signal);
    this.plan();
  }

  private plan(): void {
    this.alarm.due = ++this.looks * this.spec.every;
    this.alarm.arm();
  }

  private consider(signal: number): void {
    const { station, spec } = this;
    const { target, targetType, tolerance = 0, min } = spec;
    const share = targetType === 'value' ? signal / target : signal / (target * station.asked);
    // Of nothing for nobody there is no more than enough.
    const ratio = Number.isNaN(share) ? 0 : share;
    station.staff.look(ratio > 1);
    const exact = targetType === 'value' ? (station.asked * signal) / target : signal / target;
    const near = Math.abs(ratio - 1) <= tolerance;
    const wanted = near ? station.asked : Math.ceil(exact * (1 - whole));
    this.ask(this.stabilised(Math.min(Math.max(wanted, min), this.most)));
  }

  /** No fewer than have been wanted lately, and none fewer soon after a change. */
  private stabilised(servers: number): number {
    const { stabilisation = 0, coolDown = 0 } = this.spec;
    const { asked } = this.station;
    const now = this.network.clock[0];
    if (stabilisation > 0) {
      this.wanted = this.wanted.filter(({ at }) => at > now - stabilisation);
      this.wanted.push({ at: now, servers });
    }
    if (servers >= asked) return servers;
    if (now - this.changed < coolDown) return asked;
    return Math.min(
      asked,
      this.wanted.reduce((most, one) => Math.max(most, one.servers), servers),
    );
  }

  private ask(servers: number): void {
    const { station, starting } = this;
    const more = servers - station.asked;
    if (more === 0) return;
    station.asked = servers;
    this.changed = this.network.clock[0];
    if (more > 0) starting?.begin(more);
    const calledOff = more < 0 ? (starting?.callOff(-more) ?? 0) : 0;
    const atOnce = more > 0 && starting !== undefined ? 0 : more + calledOff;
    station.starting = starting?.size ?? 0;
    station.change(station.servers + atOnce);
  }

  private arrive(count: number): void {
    this.station.starting -= count;
    this.station.change(this.station.servers + count);
  }
}
