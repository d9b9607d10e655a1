import { Alarm } from '../alarm.js';
import { KeyedLine } from '../lines/keyed.js';
import type { Network } from '../network.js';
import type { Station } from '../station.js';
import { Admission } from './admission.js';
import type { StationSetup } from './station-setup.js';

/** Customers who have had the same service, those first who need least. */
interface Level {
  attained: number;
  readonly members: KeyedLine;
}

/**
 * Foreground-background, or least attained service: one server shared by those who have had least of it. Nobody need
 * know how long a service takes: who comes is served alone until it has had as much as another, and they go on together.
 */
export class LeastAttained implements Station {
  private readonly network: Network;
  private readonly door: Admission;
  /** The least attained last: that is the one in service. */
  private readonly levels: Level[] = [];
  /** By handle. */
  private readonly levelOf: Level[] = [];
  /** As far as the level in service has been brought up to date. */
  private since = 0;
  private readonly alarm: Alarm;

  constructor(setup: StationSetup) {
    this.network = setup.network;
    this.door = new Admission(setup, customer => this.comeIn(customer));
    this.alarm = new Alarm(setup.network, () => this.ring());
  }

  get present(): number {
    return this.door.present;
  }

  enter(customer: number): void {
    if (this.door.admits(customer)) this.comeIn(customer);
  }

  /** Ends come by the alarm. */
  finish(): never {
    throw new Error('a service that others interrupt is not scheduled by customer');
  }

  attained(customer: number, now: number): number {
    const { began, demand } = this.network.population;
    if (Number.isNaN(began[customer])) return 0;
    const level = this.levelOf[customer];
    const served =
      level === this.levels[this.levels.length - 1] ? (now - this.since) / level.members.size : 0;
    return Math.min(demand[customer], level.attained + served);
  }

  private comeIn(customer: number): void {
    const { levels, network } = this;
    const { population } = network;
    population.began[customer] = network.clock[0];
    this.pass();
    if (levels.length === 0 || levels[levels.length - 1].attained > 0)
      levels.push({ attained: 0, members: new KeyedLine(() => population.demand) });
    this.join(customer, levels[levels.length - 1]);
    this.plan();
  }

  private join(customer: number, level: Level): void {
    level.members.push(customer);
    this.levelOf[customer] = level;
  }

  /** Brings the level in service up to date. */
  private pass(): void {
    const now = this.network.clock[0];
    const served = this.levels[this.levels.length - 1];
    if (served !== undefined) served.attained += (now - this.since) / served.members.size;
    this.since = now;
  }

  /** How much service those have had at the next event: all that the first of them needs, or as much as the level above. */
  private get goal(): number {
    const [above, served] = this.levels.slice(-2);
    const level = served ?? above;
    const needed = this.network.population.demand[level.members.first];
    return served === undefined ? needed : Math.min(needed, above.attained);
  }

  private plan(): void {
    const { alarm, levels, network } = this;
    if (levels.length === 0) alarm.due = Number.POSITIVE_INFINITY;
    else {
      const { attained, members } = levels[levels.length - 1];
      alarm.due = network.clock[0] + Math.max(0, this.goal - attained) * members.size;
    }
    alarm.arm();
  }

  private ring(): void {
    const served = this.levels[this.levels.length - 1];
    // Exactly there: adding up small steps would drift.
    served.attained = this.goal;
    this.since = this.network.clock[0];
    if (this.network.population.demand[served.members.first] <= served.attained) this.leave(served);
    else this.catchUp(served);
  }

  /** The level in service has had as much as the one above: the few join the many. */
  private catchUp(served: Level): void {
    const { levels } = this;
    levels.pop();
    const above = levels[levels.length - 1];
    const [few, many] = above.members.size < served.members.size ? [above, served] : [served, above];
    while (few.members.size > 0) this.join(few.members.shift(), many);
    levels[levels.length - 1] = many;
    this.plan();
  }

  private leave(served: Level): void {
    const { network, levels, door } = this;
    const { population, clock } = network;
    const customer = served.members.shift();
    if (served.members.size === 0) levels.pop();
    // Its wait, for the books, is all the time in which it was not served at full speed.
    population.began[customer] = Math.max(
      population.joined[customer],
      clock[0] - population.demand[customer],
    );
    network.books.visitEnds(customer);
    door.present--;
    this.plan();
    network.forward(customer);
  }
}
