import { type ClockedStation, nothing, type Passed } from './station.js';

const steps = 400;

/**
 * The same as `along` for so many customers that chance counts for little beside them: a fluid that flows in at the rate
 * of the arrivals and out as fast as the servers work (L. Kleinrock, Queueing Systems, Volume 2, section 2.7; not checked).
 */
export function fluid(
  { arrivals, meanService, servers, capacity }: ClockedStation,
  {
    end,
    stretches,
    initial = 0,
  }: { readonly end: number; readonly stretches: number; readonly initial?: number },
): readonly Passed[] {
  const step = end / stretches / steps;
  let level = Math.min(initial, capacity);
  return Array.from({ length: stretches }, (_, k) => {
    const passed = { ...nothing };
    for (let i = 0; i < steps; i++) {
      const t = (k * steps + i + 0.5) * step;
      const come = arrivals.at(t) * step;
      const working = servers.at(t);
      const before = level;
      const load = (come / step) * meanService;
      const full = before > working || (before === working && load > working);
      level = full
        ? Math.max(Math.min(before, working), before + come - (working * step) / meanService)
        : load + (before - load) * Math.exp(-step / meanService);
      const lost = Math.max(0, level - capacity);
      level -= lost;
      const middle = (before + level) / 2;
      passed.come += come;
      passed.lost += lost;
      passed.wait += middle >= working ? come : 0;
      passed.present += middle * step;
      passed.queue += Math.max(0, middle - working) * step;
      passed.busy += Math.min(middle, working) * step;
      passed.ready += Number.isFinite(working) ? working * step : 0;
    }
    return passed;
  });
}
