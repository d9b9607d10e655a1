import { distributionOf } from '../../../src/distributions/index.js';
import type { CheckedRun } from '../../../src/engines/live/checks/check.js';
import type { DepthSamples, Observations } from '../../../src/measurement/observation.js';
import type { SyntheticOptions } from '../../measurement/synthetic.js';

export const clean = {
  sent: 2000,
  received: 2000,
  acknowledged: 2000,
  lost: 0,
  duplicated: 0,
  outOfOrder: 0,
};
export const calmHost = { hiccups: 2e-4, stolenCores: 0, otherCores: 0.05, ownCores: 0.4 };

const law = (mean: number) => distributionOf({ distribution: 'exponential', mean });

/** What the checks see of a run of `synthetic`, on a calm host, with its broker's own counts. */
export function checked(
  observations: Observations,
  { servers = 2, utilisation = 0.7, ...more }: Partial<CheckedRun> & SyntheticOptions = {},
): CheckedRun {
  return {
    observations,
    sends: observations.sent.toSorted(),
    consumers: servers,
    topology: { kind: 'shared' },
    ledger: clean,
    host: calmHost,
    realTime: false,
    depth: depthOf(observations),
    asked: { interarrival: law(0.01 / (servers * utilisation)), service: law(0.01) },
    ...more,
  };
}

/** The number in the system every 10 ms, counted from the messages themselves. */
export function depthOf({ sent, finished }: Observations): DepthSamples {
  const [arrivals, departures] = [sent.toSorted(), finished.toSorted()];
  const last = departures[departures.length - 1];
  const time = Float64Array.from({ length: Math.ceil(last / 0.01) + 1 }, (_, i) => i * 0.01);
  let [come, gone] = [0, 0];
  const numberInSystem = time.map(now => {
    while (come < arrivals.length && arrivals[come] <= now) come++;
    while (gone < departures.length && departures[gone] <= now) gone++;
    return come - gone;
  });
  return { time, numberInSystem };
}
