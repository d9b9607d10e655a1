import type { Observations } from './observation.js';

/** What broker, client and machine make of a service: so many times as long, and so many seconds longer besides. */
export interface Lengthening {
  readonly stretch: number;
  readonly overhead: number;
}

export const asTheyAre: Lengthening = { stretch: 1, overhead: 0 };

/**
 * How many times as long as asked the services were worked on: the slope through the origin of least squares. Whoever shares
 * a processor with others loses the more of it, the longer the service.
 */
export function stretchOf({ service, started, finished }: Observations, served: readonly number[]): number {
  let taken = 0;
  let asked = 0;
  for (const i of served) {
    taken += service[i] * (finished[i] - started[i]);
    asked += service[i] * service[i];
  }
  return asked > 0 ? taken / asked : 1;
}

/** How long each service is then, seconds. */
export const lengthened = (services: Float64Array, { stretch, overhead }: Lengthening): Float64Array =>
  services.map(time => stretch * time + overhead);
