import { Ring } from '../../ring.js';
import type { Population } from '../population.js';
import type { LineContext, WaitingLine } from './line.js';

/** The class of highest priority first, within a priority first come first served; service is not interrupted. */
class Ranks implements WaitingLine {
  size = 0;
  private readonly population: Population;
  private readonly lines: readonly Ring[];
  /** By class number. */
  private readonly lineOf: readonly Ring[];

  constructor({ population, priorities }: LineContext) {
    const ranks = [...new Set(priorities)].sort((a, b) => b - a);
    this.population = population;
    this.lines = ranks.map(() => new Ring());
    this.lineOf = priorities.map(priority => this.lines[ranks.indexOf(priority)]);
  }

  push(customer: number): void {
    this.size++;
    this.lineOf[this.population.class[customer]].push(customer);
  }

  shift(): number {
    this.size--;
    let rank = 0;
    while (this.lines[rank].size === 0) rank++;
    return this.lines[rank].shift();
  }
}

export const priority = (context: LineContext): WaitingLine => new Ranks(context);
