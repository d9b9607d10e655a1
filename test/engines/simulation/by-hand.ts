import { networkOf } from '../../../src/engines/simulation/network/build.js';
import type { Network } from '../../../src/engines/simulation/network/network.js';
import type { Source } from '../../../src/engines/simulation/network/source.js';
import type { Emitter, Route } from '../../../src/engines/simulation/network/station.js';
import { parseScenario } from '../../../src/scenario/parse.js';

/** Customers of a class, by its number, at given times. */
class Script implements Emitter {
  readonly next = new Float64Array([Number.POSITIVE_INFINITY]);
  private readonly network: Network;
  private readonly classNumber: number;
  private readonly times: readonly number[];
  private readonly entrance: Route;
  private at = 0;

  constructor(network: Network, classNumber: number, entrance: Route, times: readonly number[]) {
    this.entrance = entrance;
    this.network = network;
    this.classNumber = classNumber;
    this.times = times;
    this.next[0] = times[0] ?? Number.POSITIVE_INFINITY;
  }

  emit(): void {
    this.next[0] = this.times[++this.at] ?? Number.POSITIVE_INFINITY;
    const customer = this.network.admit(this.classNumber);
    this.network.stations[this.entrance.next(customer)].enter(customer);
  }
}

/**
 * Who left the station of a scenario when: "a@3 11" came of class a at 3 s and left at 11 s. The customers come at
 * the times given by class, instead of as the scenario says.
 */
export function departuresOf(text: string, times: Readonly<Record<string, readonly number[]>>): string[] {
  const scenario = parseScenario(text);
  const classes = Object.keys(scenario.classes);
  const { network } = networkOf(scenario, 1, 0, 1);
  const { population, clock } = network;
  const entrances = network.sources.map(source => (source as Source).entrance);
  network.sources.length = 0;
  for (const [number, name] of classes.entries())
    network.sources.push(new Script(network, number, entrances[number], times[name] ?? []));
  const left: string[] = [];
  const say = (customer: number, how = '') =>
    left.push(
      `${classes[population.class[customer]]}@${population.entered[customer]}${how} ${Number(clock[0].toFixed(9))}`,
    );
  network.books = {
    ...network.books,
    visitEnds: () => {},
    journeyEnds: customer => say(customer),
    givesUp: customer => say(customer, ' gives up'),
    turnedAway: customer => say(customer, ' turned away'),
    baulks: customer => say(customer, ' baulks'),
    failed: () => {},
    inVain: () => {},
    withdrawn: () => {},
    journeyFails: customer => say(customer, ' fails'),
    deadLettered: customer => say(customer, ' dead'),
  };
  network.advance(1000);
  return left;
}
