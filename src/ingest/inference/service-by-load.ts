import { Moments } from './moments.js';

/** Services of those who found few beside services of those who found many. */
export interface ServiceByLoad {
  /** Means, seconds, and up to how many or from how many on were found present. */
  readonly few: { readonly mean: number; readonly upTo: number };
  readonly many: { readonly mean: number; readonly from: number };
  /** Difference in its standard errors; beyond 5 it is no chance. */
  readonly errors: number;
}

const fewest = 50;

/** Whether services take longer when more customers are present, by powers of two of those found. */
export class ServiceByLoadSeen {
  private readonly levels: Moments[] = [];

  /** @param found customers present at the arrival */
  add(found: number, service: number): void {
    const level = 31 - Math.clz32(found + 1);
    while (this.levels.length <= level) this.levels.push(new Moments());
    this.levels[level].add(service);
  }

  /** The lowest beside the highest level that has enough of them; undefined: there are no two. */
  summary(): ServiceByLoad | undefined {
    const used = [...this.levels.keys()].filter(level => this.levels[level].count >= fewest);
    const [low, high] = [used[0], used[used.length - 1]];
    if (low === undefined || low === high) return undefined;
    const [few, many] = [this.levels[low], this.levels[high]];
    const error = Math.sqrt(few.variance / few.count + many.variance / many.count);
    if (!(error > 0)) return undefined;
    return {
      few: { mean: few.mean, upTo: 2 ** (low + 1) - 2 },
      many: { mean: many.mean, from: 2 ** high - 1 },
      errors: (many.mean - few.mean) / error,
    };
  }
}
