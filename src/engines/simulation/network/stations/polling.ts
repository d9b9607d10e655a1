import { Ring } from '../../ring.js';
import { Alarm } from '../alarm.js';
import { type Draws, drawBlock } from '../draws.js';
import type { Network } from '../network.js';
import type { Station } from '../station.js';
import { Admission } from './admission.js';
import type { StationSetup } from './station-setup.js';

export interface PollingRule {
  readonly visits: 'gated' | 'exhaustive';
  /** Time from one line to the next; absent: none. */
  readonly switchOver?: Draws;
}

/**
 * One server that goes round the lines of the classes in their order, each line first come first served. A server
 * that takes time from line to line goes round an empty station too; one that takes none rests where it is. A
 * customer who comes in the very moment in which the server arrives at its line is after a gate that closes then.
 */
export class Polling implements Station {
  private readonly network: Network;
  private readonly door: Admission;
  private readonly rule: PollingRule;
  /** By class number. */
  private readonly lines: readonly Ring[];
  private readonly alarm: Alarm;
  /** The line where the server is, or to which it is on its way. */
  private at = 0;
  /** Customers that the visit may still serve. */
  private admitted = Number.POSITIVE_INFINITY;
  private resting: boolean;

  constructor(setup: StationSetup, rule: PollingRule) {
    this.network = setup.network;
    this.door = new Admission(setup, customer => this.comeIn(customer));
    this.rule = rule;
    this.lines = setup.services.map(() => new Ring());
    this.alarm = new Alarm(setup.network, () => this.visit());
    this.resting = rule.switchOver === undefined;
    if (rule.switchOver) this.travel(rule.switchOver);
  }

  get present(): number {
    return this.door.present;
  }

  enter(customer: number): void {
    if (this.door.admits(customer)) this.comeIn(customer);
  }

  finish(customer: number): void {
    const { network } = this;
    network.books.visitEnds(customer);
    this.door.present--;
    this.goOn();
    network.forward(customer);
  }

  attained(customer: number, now: number): number {
    const began = this.network.population.began[customer];
    return Number.isNaN(began) ? 0 : now - began;
  }

  private comeIn(customer: number): void {
    const { population } = this.network;
    population.began[customer] = Number.NaN;
    this.lines[population.class[customer]].push(customer);
    if (!this.resting) return;
    this.resting = false;
    this.at = population.class[customer];
    this.visit();
  }

  /** The server arrives at its line. */
  private visit(): void {
    this.admitted = this.rule.visits === 'gated' ? this.lines[this.at].size : Number.POSITIVE_INFINITY;
    this.goOn();
  }

  private goOn(): void {
    const line = this.lines[this.at];
    if (line.size > 0 && this.admitted > 0) {
      this.admitted--;
      this.start(line.shift());
    } else if (this.rule.switchOver) this.travel(this.rule.switchOver);
    else this.jump();
  }

  private travel(switchOver: Draws): void {
    this.at = (this.at + 1) % this.lines.length;
    if (switchOver.at === drawBlock) switchOver.refill();
    this.alarm.due = this.network.clock[0] + switchOver.block[switchOver.at++];
    this.alarm.arm();
  }

  /** To the next line where somebody waits, its own the last of them. */
  private jump(): void {
    const { lines } = this;
    for (let step = 1; step <= lines.length; step++) {
      const to = (this.at + step) % lines.length;
      if (lines[to].size === 0) continue;
      this.at = to;
      this.visit();
      return;
    }
    this.resting = true;
  }

  private start(customer: number): void {
    const { population, calendar, clock } = this.network;
    population.began[customer] = clock[0];
    calendar.times[calendar.slot] = clock[0] + population.demand[customer];
    calendar.schedule(customer);
  }
}
