import { NotCovered } from '../not-covered.js';
import { type ClockedStation, type Passed, Path } from './path.js';

/** What went on in each of equal stretches of time, from `initial` customers present on. */
export function along(
  station: ClockedStation,
  {
    end,
    stretches,
    initial = 0,
  }: { readonly end: number; readonly stretches: number; readonly initial?: number },
): readonly Passed[] {
  return reaching(station, initial, end, path =>
    Array.from({ length: stretches }, (_, k) => path.advance(((k + 1) * end) / stretches)),
  );
}

/** Beyond so many cycles nothing settles that would be worth waiting for. */
const mostCycles = 300;
const settled = 1e-7;

/** What goes on in one cycle when all before it have been forgotten. */
export function overCycle(station: ClockedStation, cycle: number): Passed {
  return reaching(station, 0, cycle, path => {
    let before = path.chances.slice();
    for (let k = 1; k <= mostCycles; k++) {
      const passed = path.advance(k * cycle);
      const change = path.chances.reduce((sum, p, n) => sum + Math.abs(p - before[n]), 0);
      if (change < settled) return passed;
      before = path.chances.slice();
    }
    throw new NotCovered('what happens in one cycle of the arrivals is not forgotten in hundreds of them');
  });
}

/** Chances of more than were reckoned with that may be left out. */
const negligible = 1e-10;

/** Reckons with more and more customers until no more come. */
function reaching<T>(station: ClockedStation, initial: number, end: number, walk: (path: Path) => T): T {
  for (let most = firstGuess(station, initial, end); ; most = Math.ceil(1.6 * most)) {
    const path = new Path(station, most, initial);
    const found = walk(path);
    if (most >= station.capacity || path.mostAtEdge < negligible) return found;
  }
}

/** With room for the load of the peak, and for what a fluid of these rates would leave over. */
function firstGuess(
  { arrivals, meanService, servers }: ClockedStation,
  initial: number,
  end: number,
): number {
  const load = arrivals.peak * meanService;
  const busy = Math.min(load, servers);
  const steps = 2000;
  const step = end / steps;
  let [backlog, highest] = [0, 0];
  for (let k = 0; k < steps && Number.isFinite(servers); k++) {
    backlog = Math.max(0, backlog + (arrivals.at((k + 0.5) * step) - servers / meanService) * step);
    highest = Math.max(highest, backlog);
  }
  return Math.ceil(initial + busy + 10 * Math.sqrt(busy + highest) + highest + 40);
}
