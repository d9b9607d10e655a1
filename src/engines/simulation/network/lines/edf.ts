import { KeyedLine } from './keyed.js';
import type { LineContext, WaitingLine } from './line.js';

/**
 * Earliest deadline first: the customer who is due first, of those due at once the first to come. A deadline counts
 * from the entrance to the system, so that it is the same at every station on the way.
 */
class Deadline implements WaitingLine {
  private readonly context: LineContext;
  private readonly line: KeyedLine;

  constructor(context: LineContext) {
    this.context = context;
    this.line = new KeyedLine(() => context.population.mark);
  }

  get size(): number {
    return this.line.size;
  }

  push(customer: number): void {
    const { population, dues } = this.context;
    population.mark[customer] = population.entered[customer] + dues[population.class[customer]];
    this.line.push(customer);
  }

  shift(): number {
    return this.line.shift();
  }
}

export const edf = (context: LineContext): WaitingLine => new Deadline(context);
