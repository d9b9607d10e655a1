import type { ClockedStation, Passed } from './path.js';

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
    const passed = { come: 0, lost: 0, wait: 0, present: 0, queue: 0, busy: 0 };
    for (let i = 0; i < steps; i++) {
      const come = arrivals.at((k * steps + i + 0.5) * step) * step;
      const before = level;
      const load = (come / step) * meanService;
      const full = before > servers || (before === servers && load > servers);
      level = full
        ? Math.max(servers, before + come - (servers * step) / meanService)
        : load + (before - load) * Math.exp(-step / meanService);
      const lost = Math.max(0, level - capacity);
      level -= lost;
      const middle = (before + level) / 2;
      passed.come += come;
      passed.lost += lost;
      passed.wait += middle >= servers ? come : 0;
      passed.present += middle * step;
      passed.queue += Math.max(0, middle - servers) * step;
      passed.busy += Math.min(middle, servers) * step;
    }
    return passed;
  });
}
