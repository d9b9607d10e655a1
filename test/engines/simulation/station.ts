import type { ArrivalSpec, DistributionSpec, RunSpec, Scenario } from '../../../src/scenario/type.js';

export interface StationOptions {
  readonly arrivals?: ArrivalSpec;
  readonly service?: DistributionSpec;
  readonly servers?: number | 'infinite';
  readonly capacity?: number;
  readonly discipline?: string;
  readonly run?: Partial<RunSpec>;
}

/** A scenario of one station; by default M/M/1 at utilisation 0.8 with mean service 1 s. */
export function station({
  arrivals,
  service,
  servers,
  capacity,
  discipline,
  run,
}: StationOptions = {}): Scenario {
  return {
    name: 'station',
    classes: { customers: { arrivals: arrivals ?? { process: 'poisson', rate: 0.8 } } },
    stations: {
      queue: {
        servers: servers ?? 1,
        service: service ?? { distribution: 'exponential', mean: 1 },
        discipline: { discipline: discipline ?? 'fcfs' },
        ...(capacity !== undefined && { capacity }),
      },
    },
    routes: { arrive: { queue: 1 }, queue: { leave: 1 } },
    run: {
      seed: 1,
      confidence: 0.95,
      precision: 0.1,
      stopOn: ['meanWait', 'p99Sojourn'],
      warmUp: 'auto',
      maxCustomers: 20e6,
      ...run,
    },
  };
}

export const poisson = (rate: number): ArrivalSpec => ({ process: 'poisson', rate });
