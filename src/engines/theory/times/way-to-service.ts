import type { Source, TimeDistribution } from '../model.js';
import {
  type Survival,
  survivalOf,
  survived,
  timeOf,
  untilSettled,
  type WayThroughChain,
} from './in-chain.js';

/** A customer that waits in the states of a chain; whoever leaves them, or never was there, has an exponential service. */
export interface WayToService extends WayThroughChain {
  /** Seconds. */
  readonly meanWait: number;
  readonly meanService: number;
  readonly source: Source;
}

/** The laws of wait and sojourn of such a customer; left out where they take too many events. */
export function timesToService({ rate, meanWait, meanService, source, ...way }: WayToService): {
  readonly wait?: TimeDistribution;
  readonly sojourn?: TimeDistribution;
} {
  const waiting = survivalOf(way);
  if (waiting === undefined) return {};
  const there = withService(waiting, 1 - 1 / (meanService * rate));
  if (there === undefined) return {};
  return {
    wait: timeOf(waiting, rate, meanWait, source),
    sojourn: timeOf(there, rate, meanWait + meanService, source),
  };
}

/** @param stays the chance that an event is not the end of the service */
function withService(waiting: Survival, stays: number): Survival | undefined {
  let serving = 1 - survived(waiting, 0);
  return untilSettled(1, k => {
    const waits = survived(waiting, k);
    serving = serving * stays + survived(waiting, k - 1) - waits;
    return waits + serving;
  });
}
