import { settle } from '../../../numerics/settle.js';
import { NotCovered } from '../not-covered.js';
import { Path, type State } from './path.js';
import { type ClockedStation, nothing, type Passed } from './station.js';

/** What went on in each of equal stretches of time, from `initial` customers present on. */
export function along(
  station: ClockedStation,
  {
    end,
    stretches,
    initial = 0,
  }: { readonly end: number; readonly stretches: number; readonly initial?: number },
): readonly Passed[] {
  return reaching(station, initial, end, most => {
    const path = Path.from(station, most, initial);
    const passed = Array.from({ length: stretches }, (_, k) => path.advance(((k + 1) * end) / stretches));
    return { found: passed, mostAtEdge: path.mostAtEdge };
  });
}

/** Beyond so many cycles nothing settles that would be worth waiting for. */
const mostCycles = 300;
/** Of the chances at the end of a cycle, from those at its begin. */
const settled = 1e-7;

/** What goes on in one cycle when all before it have been forgotten. */
export function overCycle(station: ClockedStation, cycle: number): Passed {
  return reaching(station, 0, cycle, most => {
    let [passed, mostAtEdge] = [nothing, 0];
    const start = Path.from(station, most, 0).state;
    let layout: State['layout'] = start.layout;
    const turn = (law: Float64Array): Float64Array => {
      const path = new Path(station, { layout, law });
      passed = path.advance(cycle);
      mostAtEdge = path.mostAtEdge;
      layout = path.state.layout;
      return path.state.law;
    };
    if (settle(turn, start.law, { tolerance: settled, mostSteps: mostCycles }) === undefined)
      throw new NotCovered('what happens in one cycle of the arrivals is not forgotten in hundreds of them');
    return { found: passed, mostAtEdge };
  });
}

/** Chances of more than were reckoned with that may be left out. */
const negligible = 1e-10;

/** Reckons with more and more customers until no more come. */
function reaching<T>(
  station: ClockedStation,
  initial: number,
  end: number,
  walk: (most: number) => { readonly found: T; readonly mostAtEdge: number },
): T {
  for (let most = firstGuess(station, initial, end); ; most = Math.ceil(1.6 * most)) {
    const { found, mostAtEdge } = walk(most);
    if (most >= station.capacity || mostAtEdge < negligible) return found;
  }
}

/** With room for the load of the peak, and for what a fluid of these rates would leave over. */
function firstGuess(
  { arrivals, meanService, servers }: ClockedStation,
  initial: number,
  end: number,
): number {
  const busy = Math.min(arrivals.peak * meanService, servers.peak);
  const steps = 2000;
  const step = end / steps;
  let [backlog, highest] = [0, 0];
  for (let k = 0; k < steps && Number.isFinite(servers.peak); k++) {
    const t = (k + 0.5) * step;
    backlog = Math.max(0, backlog + (arrivals.at(t) - servers.at(t) / meanService) * step);
    highest = Math.max(highest, backlog);
  }
  // Beside a queue without end above the peak, where that can be served; else it grows no longer than the rush lasts.
  const load = (arrivals.peak * meanService) / servers.peak;
  const tail = load < 1 ? 23 / -Math.log(load) : 0;
  return Math.ceil(initial + busy + 10 * Math.sqrt(busy + highest) + highest + Math.min(tail, 400) + 40);
}
