import { doubled } from '../../doubled.js';
import { drawBlock } from '../draws.js';
import type { StationSetup } from './station-setup.js';

/**
 * Interrupted services that begin anew, the same again or drawn anew: preemptive repeat identical and different
 * (R. W. Conway, W. L. Maxwell, L. W. Miller, "Theory of Scheduling", 1967, section 8-7; not checked). What was done
 * until then is lost.
 */
export class Repeats {
  private readonly setup: StationSetup;
  private readonly kind: 'restart' | 'resample';
  /** By handle: service lost at the station so far, seconds. */
  private lost = new Float64Array(256);

  constructor(setup: StationSetup, kind: 'restart' | 'resample') {
    this.setup = setup;
    this.kind = kind;
  }

  begin(customer: number): void {
    while (customer >= this.lost.length) this.lost = doubled(this.lost);
    this.lost[customer] = 0;
  }

  lostBy(customer: number): number {
    return this.lost[customer];
  }

  /** The customer, who has just been interrupted and whose `mark` is the service left, needs all of it again. */
  undo(customer: number): void {
    const { network, services } = this.setup;
    const { demand, mark } = network.population;
    const done = demand[customer] - mark[customer];
    if (done > 0) {
      this.lost[customer] += done;
      network.books.failed(customer, done);
    }
    if (this.kind === 'resample') {
      const draws = services[network.population.class[customer]];
      if (draws.at === drawBlock) draws.refill();
      demand[customer] = draws.block[draws.at++];
    }
    mark[customer] = demand[customer];
  }
}
