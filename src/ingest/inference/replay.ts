import { replaceFirst, smaller } from '../../numerics/heap.js';
import { Moments } from './moments.js';

/** More servers than this at once are not tried. */
const mostTried = 12;

/**
 * Arrivals and services as they were, behind several numbers of servers at once: which of them waits as the log
 * says? One queue, first come, first served, by the recursion of J. Kiefer and J. Wolfowitz (Trans. AMS 78, 1955).
 */
export class Replay {
  private readonly lines: { readonly free: Float64Array; readonly waits: Moments }[];

  /** @param erlangs mean number in service, of which every number tried is at least the whole part */
  constructor(erlangs: number) {
    const least = Math.max(1, Math.floor(erlangs));
    this.lines = Array.from({ length: mostTried }, (_, i) => ({
      free: new Float64Array(least + i).fill(Number.NEGATIVE_INFINITY),
      waits: new Moments(),
    }));
  }

  add(arrived: number, service: number): void {
    for (const { free, waits } of this.lines) {
      const begin = Math.max(arrived, free[0]);
      waits.add(begin - arrived);
      replaceFirst(free, begin + service, smaller);
    }
  }

  /** Mean wait by number of servers. */
  waits(): { servers: number; meanWait: number }[] {
    return this.lines.map(({ free, waits }) => ({ servers: free.length, meanWait: waits.mean }));
  }
}

/** The number of servers whose mean wait is the nearest, by ratio. */
export function effectiveServers(
  tried: readonly { readonly servers: number; readonly meanWait: number }[],
  measured: number,
): number | undefined {
  const off = ({ meanWait }: { meanWait: number }) =>
    Math.max(meanWait, measured) / Math.max(1e-12, Math.min(meanWait, measured));
  const [best] = [...tried].sort((a, b) => off(a) - off(b));
  return measured > 0 && best !== undefined && off(best) < 2 ? best.servers : undefined;
}
