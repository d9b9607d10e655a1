import { implicitRunge } from '../../../numerics/implicit-runge.js';
import { NotCovered } from '../not-covered.js';
import { beginOf, forwardEquations, integrals, type Layout, statesOf } from './forward-equations.js';
import type { ClockedStation, Passed } from './station.js';

const mostStates = 50_000;
/** Chances times steps that take about half a second. */
const mostWork = 4e6;
/** Chances that may be left out. */
const negligible = 1e-14;

/** The chances at a moment, and how they are laid out. */
export interface State {
  readonly layout: Layout;
  readonly law: Float64Array;
}

/** The law of the number present at a station as time passes, from time 0 on. */
export class Path {
  private readonly station: ClockedStation;
  private readonly tolerance: number;
  private layout: Layout;
  private law: Float64Array;
  private now = 0;
  private step: number;
  private work = 0;
  /** The highest chance so far that as many were present as are reckoned with. */
  mostAtEdge = 0;

  /** @param tolerance of each chance in each step: of averages over a time some times less is lost */
  constructor(station: ClockedStation, { layout, law }: State, tolerance = 1e-7) {
    if (law.length > mostStates)
      throw new NotCovered(`there are ${law.length} cases to go through over time`);
    this.station = station;
    this.tolerance = tolerance;
    this.layout = layout;
    this.law = law;
    this.step = station.meanService / 100;
  }

  /** @param most customers that matter @param initial present at the start */
  static from(station: ClockedStation, most: number, initial: number, tolerance?: number): Path {
    const layout = { servers: station.servers.at(0), most: Math.min(most, station.capacity), leaving: 0 };
    const law = new Float64Array(layout.most + 1);
    law[Math.min(initial, layout.most)] = 1;
    return new Path(station, { layout, law }, tolerance);
  }

  get state(): State {
    return { layout: this.layout, law: this.law };
  }

  /** P(n present) now. */
  get chances(): Float64Array {
    const { servers, most, leaving } = this.layout;
    const chances = this.law.slice(0, most + 1);
    for (let extra = 1; extra <= leaving; extra++) {
      const begin = beginOf(this.layout, extra) - servers - extra;
      for (let n = servers + extra; n <= most; n++) chances[n] += this.law[begin + n];
    }
    return chances;
  }

  /** Goes on to the time `end`. */
  advance(end: number): Passed {
    const { arrivals, servers } = this.station;
    const length = end - this.now;
    const { most } = this.layout;
    const [customers, numbers] = [arrivals.peak * length, (most + 1) * length];
    const units = [customers, customers, customers, numbers, numbers, numbers, numbers];
    const jumps = [...arrivals.jumps(end), ...servers.jumps(end)].sort((a, b) => a - b);
    const edges = [...new Set([...jumps.filter(t => t > this.now), end])];
    let passed = new Float64Array(integrals.length);
    for (const edge of edges) {
      this.staff(servers.at(this.now));
      passed = this.between(edge, units, passed);
    }
    const found = Object.fromEntries(integrals.map((name, k) => [name, units[k] * passed[k]]));
    return { ...found, served: found.busy / this.station.meanService } as unknown as Passed;
  }

  private between(
    end: number,
    units: readonly number[],
    passed: Float64Array<ArrayBuffer>,
  ): Float64Array<ArrayBuffer> {
    const states = this.law.length;
    const initial = new Float64Array(states + passed.length);
    initial.set(this.law);
    initial.set(passed, states);
    // Just within the stretch, where the rate of its end is not yet that of the next one.
    const last = end - 1e-9 * (end - this.now);
    const { most } = this.layout;
    const found = implicitRunge(forwardEquations(this.station, this.layout, units, last), {
      start: this.now,
      end,
      initial,
      tolerance: this.tolerance,
      first: this.step,
      mostSteps: Math.ceil((mostWork - this.work) / states),
      seen: chances => {
        if (chances[most] > this.mostAtEdge) this.mostAtEdge = chances[most];
      },
    });
    if (found === undefined)
      throw new NotCovered('so many events in the time are too many steps for its differential equations');
    this.law = found.y.slice(0, states);
    this.now = end;
    this.step = found.step;
    this.work += found.steps * states;
    return found.y.slice(states);
  }

  /** From now on there are so many servers: those who have to leave finish their customer first. */
  private staff(servers: number): void {
    const { layout, law } = this;
    const busyMost = this.mostBusy();
    if (servers === layout.servers && layout.leaving === Math.max(0, busyMost - servers)) return;
    const next = { servers, most: layout.most, leaving: Math.max(0, busyMost - servers) };
    if (statesOf(next) > mostStates)
      throw new NotCovered(
        'so many servers leave while they serve that there are too many cases to go through',
      );
    const moved = new Float64Array(statesOf(next));
    for (let extra = 0; extra <= layout.leaving; extra++) {
      const least = extra === 0 ? 0 : layout.servers + extra;
      const begin = beginOf(layout, extra) - least;
      for (let n = least; n <= layout.most; n++) {
        const beyond = Math.min(Math.min(n, layout.servers + extra) - servers, next.leaving);
        const to = beyond > 0 ? beginOf(next, beyond) + n - servers - beyond : n;
        moved[to] += law[begin + n];
      }
    }
    this.layout = next;
    this.law = moved;
    this.step = Math.min(this.step, this.station.meanService / 100);
  }

  /** Servers that are busy at most, but for what may be left out. */
  private mostBusy(): number {
    const { layout, law } = this;
    for (let extra = layout.leaving; extra > 0; extra--) {
      const [begin, end] = [beginOf(layout, extra), beginOf(layout, extra + 1)];
      if (law.subarray(begin, end).some(chance => chance > negligible)) return layout.servers + extra;
    }
    const most = Math.min(layout.servers, layout.most);
    for (let [n, beyond] = [layout.most, 0]; n > 0; n--) {
      beyond += Math.max(0, law[n]);
      if (beyond > negligible) return Math.min(n, most);
    }
    return 0;
  }
}
