import { arrivalProcessOf } from '../arrivals/index.js';
import { type Distribution, distributionOf } from '../distributions/index.js';
import type { OnlyStation } from '../scenario/single-station.js';
import { isOpen } from '../scenario/supply-rate.js';

/** The laws from which a scenario has its times drawn, each time independently of the others. */
export interface IndependentLaws {
  readonly interarrival?: Distribution;
  readonly service?: Distribution;
}

/**
 * Times that a trace says one after the other are no draws: the first thousand may be unlike the rest. Where messages come
 * again, the times between sends are not those between arrivals.
 */
export function independentLaws({ service, customers, retry }: OnlyStation): IndependentLaws {
  const interarrival =
    isOpen(customers) && !retry && !mentionsTrace(customers.arrivals)
      ? arrivalProcessOf(customers.arrivals).interarrival
      : undefined;
  return {
    ...(interarrival && { interarrival }),
    ...(!mentionsTrace(service) && { service: distributionOf(service) }),
  };
}

/** Whether a law, or one that it is made of, is that of a trace. */
const mentionsTrace = (spec: unknown): boolean =>
  typeof spec === 'object' &&
  spec !== null &&
  ((spec as { distribution?: unknown }).distribution === 'trace' || Object.values(spec).some(mentionsTrace));
