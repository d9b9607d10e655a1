import type { Population } from '../population.js';
import type { WaitingLine } from './line.js';

/**
 * A waiting line from which anyone can be called away. Whoever is keeps its place until its turn comes and is
 * passed over then, so any discipline will do; `size` counts only those who still wait.
 */
export class RevocableLine implements WaitingLine {
  size = 0;
  private readonly line: WaitingLine;
  private readonly population: Population;
  private readonly revoked = new Set<number>();

  constructor(line: WaitingLine, population: Population) {
    this.line = line;
    this.population = population;
  }

  push(customer: number): void {
    this.line.push(customer);
    this.size++;
  }

  shift(): number {
    this.size--;
    for (;;) {
      const customer = this.line.shift();
      if (!this.revoked.delete(customer)) return customer;
      this.population.release(customer);
    }
  }

  /** The customer waits no longer; its handle is freed when its place is. */
  revoke(customer: number): void {
    this.revoked.add(customer);
    this.size--;
  }
}
