import { Appointments } from '../appointments.js';
import { type Draws, drawBlock } from '../draws.js';
import type { Network } from '../network.js';
import type { WaitingLine } from './line.js';

export interface Impatience {
  readonly network: Network;
  /** How long customers wait, by class number; absent: for ever. */
  readonly patience: readonly (Draws | undefined)[];
  /** Told of a customer that gives up. */
  readonly onLeave: (customer: number) => void;
}

/**
 * A waiting line whose customers give up. One who has left keeps its place in the line until its turn comes and
 * is passed over then, so any discipline can be made impatient; `size` counts only those who still wait.
 */
export class ImpatientLine implements WaitingLine {
  size = 0;
  private readonly line: WaitingLine;
  private readonly impatience: Impatience;
  private readonly deadlines: Appointments;
  /** Those who have left but whose places are still in the line. */
  private readonly left = new Set<number>();

  constructor(line: WaitingLine, impatience: Impatience) {
    this.line = line;
    this.impatience = impatience;
    this.deadlines = new Appointments(impatience.network, customer => this.giveUp(customer));
  }

  push(customer: number): void {
    this.line.push(customer);
    this.size++;
    const { network, patience } = this.impatience;
    const draws = patience[network.population.class[customer]];
    if (draws === undefined) return;
    if (draws.at === drawBlock) draws.refill();
    network.population.key[customer] = network.clock[0] + draws.block[draws.at++];
    this.deadlines.add(customer);
  }

  shift(): number {
    this.size--;
    for (;;) {
      const customer = this.line.shift();
      if (!this.left.delete(customer)) {
        this.deadlines.remove(customer);
        return customer;
      }
      this.impatience.network.population.release(customer);
    }
  }

  private giveUp(customer: number): void {
    this.left.add(customer);
    this.size--;
    this.impatience.onLeave(customer);
  }
}
