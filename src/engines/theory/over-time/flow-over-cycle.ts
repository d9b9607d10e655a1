import { Flow, type FlowingStation, presentAt } from './flow.js';
import { nothing, type Passed } from './station.js';

const steps = 8000;
/** Until the cycles hardly differ; then as many as above. */
const coarseSteps = 1000;
const mostCycles = 300;
/** Of the level at the end of a cycle, from that at its begin. */
const settled = 1e-6;

/** What flows in a cycle when all before it has been forgotten, or nearly so. */
export function flowOverCycle(station: FlowingStation, cycle: number): Passed {
  const flow = new Flow(station, 0);
  untilSettled(flow, cycle, coarseSteps);
  return untilSettled(flow, cycle, steps);
}

function untilSettled(flow: Flow, cycle: number, steps: number): Passed {
  let passed = nothing;
  for (let k = 0; k < mostCycles; k++) {
    const before = flow.level;
    passed = flow.advance(0, cycle, steps);
    if (Math.abs(flow.level - before) <= settled * (1 + before)) break;
  }
  return passed;
}

/**
 * What two other approximations say of the mean number of customers over a cycle, as far as they apply: the steady states
 * of the rates at each moment (L. Green, P. Kolesar 1991), and those of the load that endless servers with exponential
 * services would have then (O. B. Jennings et al. 1996).
 */
export function stationaryAverages(station: FlowingStation, cycle: number): readonly number[] {
  const { arrivals, servers, meanService, serviceScv } = station;
  const step = cycle / steps;
  const kept = Math.exp(-step / meanService);
  let [pointwise, modified, carried] = [0, 0, 0];
  // Twice around: first to know what is carried over from the cycle before.
  for (let i = 0; i < 2 * steps; i++) {
    const t = ((i % steps) + 0.5) * step;
    const [load, count] = [arrivals.at(t) * meanService, servers.at(t)];
    const before = carried;
    carried = load + (carried - load) * kept;
    if (i === steps - 1) carried /= 1 - Math.exp(-cycle / meanService);
    if (i < steps) continue;
    pointwise += presentAt(load, count, serviceScv) / steps;
    modified += presentAt((before + carried) / 2, count, serviceScv) / steps;
  }
  return [pointwise, modified].filter(Number.isFinite);
}
