import type { RateOverTime } from '../../../arrivals/contract.js';
import { runge } from '../../../numerics/ode.js';
import { NotCovered } from '../not-covered.js';

/** M(t)/M/c/K, whose state is how many are there; per second, seconds, counts. */
export interface ClockedStation {
  readonly arrivals: RateOverTime;
  readonly meanService: number;
  /** Infinity where everyone is served at once. */
  readonly servers: number;
  readonly capacity: number;
}

/** What happens in a stretch of time, in the mean: integrals over it. */
export interface Passed {
  /** Customers who come, and those of them who are turned away and who find all servers busy. */
  readonly come: number;
  readonly lost: number;
  readonly wait: number;
  /** Of the numbers there, in line and in service. */
  readonly present: number;
  readonly queue: number;
  readonly busy: number;
}

const integrals = ['come', 'lost', 'wait', 'present', 'queue', 'busy'] as const;

/** States times steps that take about a second. */
const mostWork = 5e7;
const tolerance = 1e-8;

/**
 * The forward equations from a given law of the number present at `from`, with the integrals of what is asked
 * appended to the state, so that they are as exact as the law is (D. Gross and others, Fundamentals of Queueing Theory,
 * section 2.11).
 */
export class Path {
  private readonly station: ClockedStation;
  private readonly states: number;
  /** Chances of 0, 1, ... present; behind them the integrals. */
  private law: Float64Array;
  private now = 0;
  /** The highest chance so far that as many were present as are reckoned with. */
  mostAtEdge = 0;

  /** @param most customers that matter @param initial present at the start */
  constructor(station: ClockedStation, most: number, initial = 0) {
    this.station = station;
    this.states = Math.min(most, station.capacity) + 1;
    this.law = new Float64Array(this.states + integrals.length);
    this.law[Math.min(initial, this.states - 1)] = 1;
  }

  /** P(n present) now. */
  get chances(): Float64Array {
    return this.law.subarray(0, this.states);
  }

  /** Goes on to the time `end`. */
  advance(end: number): Passed {
    const { station, states } = this;
    const { arrivals, servers, meanService } = station;
    const events = (arrivals.peak + Math.min(states, servers) / meanService) * (end - this.now);
    if (!(states * (events + 100) < mostWork))
      throw new NotCovered('so many events in the time are too many steps for its differential equations');
    this.law.fill(0, states);
    const length = end - this.now;
    // So that all integrals are at most 1, as the chances are.
    const [customers, numbers] = [arrivals.peak * length, states * length];
    const units = [customers, customers, customers, numbers, numbers, numbers];
    const edges = [this.now, ...arrivals.jumps(end).filter(t => t > this.now), end];
    for (let i = 1; i < edges.length; i++) {
      // Just within the stretch, where the rate of its end is not yet that of the next one.
      const last = edges[i] - 1e-9 * (edges[i] - edges[i - 1]);
      const slope = (t: number, law: Float64Array, out: Float64Array) => {
        this.slope(Math.min(t, last), law, out);
        for (let k = 0; k < units.length; k++) out[states + k] /= units[k];
      };
      this.law = runge(slope, edges[i - 1], edges[i], this.law, tolerance);
    }
    this.now = end;
    this.mostAtEdge = Math.max(this.mostAtEdge, this.law[states - 1]);
    const passed = units.map((unit, k) => unit * this.law[states + k]);
    return Object.fromEntries(integrals.map((name, k) => [name, passed[k]])) as unknown as Passed;
  }

  private slope(t: number, law: Float64Array, out: Float64Array): void {
    const { states } = this;
    const { arrivals, servers, meanService, capacity } = this.station;
    const rate = arrivals.at(t);
    let [present, queue, busy, full] = [0, 0, 0, 0];
    for (let n = 0; n < states; n++) {
      const served = Math.min(n, servers);
      const up = n + 1 < states ? rate : 0;
      let flow = -(up + served / meanService) * law[n];
      if (n > 0) flow += rate * law[n - 1];
      if (n + 1 < states) flow += (Math.min(n + 1, servers) / meanService) * law[n + 1];
      out[n] = flow;
      present += n * law[n];
      busy += served * law[n];
      if (n > servers) queue += (n - servers) * law[n];
      if (n >= servers) full += law[n];
    }
    const turnedAway = Number.isFinite(capacity) ? law[states - 1] : 0;
    out.set([rate, rate * turnedAway, rate * (full - turnedAway), present, queue, busy], states);
  }
}
