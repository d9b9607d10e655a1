import { arrivalProcessOf } from '../../arrivals/index.js';
import { distributionOf } from '../../distributions/index.js';
import type { Outcome } from '../../result/outcome.js';
import type { Sampled } from '../../result/result.js';
import type { SingleStation } from '../../scenario/single-station.js';
import type { Scenario } from '../../scenario/type.js';
import { ratioInterval } from '../../statistics/interval.js';
import { studentFactor } from '../../statistics/student.js';
import { formatNumber } from '../../units.js';
import { Events } from './events.js';
import { column, columnCount, Ledger } from './ledger.js';
import { sampledPath } from './sampled-path.js';
import { customersOf, type Job, stationSetup } from './setup.js';
import { replicationCount } from './team.js';

/** Customers of each replication; the growth is linear, so a modest run suffices. */
const customersEach = 20_000;

/**
 * An unstable station has no steady state, only the rate at which its queue grows: the slope of the number
 * in the system over the second half of each of 16 runs, and over that half the throughput.
 */
export function unstable(scenario: Scenario, station: SingleStation): Outcome {
  const rate = arrivalProcessOf(station.arrivals).rate;
  const job: Job = { station, seed: scenario.run.seed, algorithm: 'events' };
  const half = customersEach / rate / 2;
  const grown = new Float64Array(replicationCount);
  const served = new Float64Array(replicationCount);
  const busy = new Float64Array(replicationCount);
  const setup = stationSetup(station);
  for (let r = 0; r < replicationCount; r++) {
    const engine = new Events(customersOf(job, r), setup);
    const ledger = new Ledger();
    engine.advance(ledger, 0, 0, half);
    const before = engine.present;
    engine.advance(ledger, 1, half, 2 * half);
    grown[r] = engine.present - before;
    served[r] = ledger.sums[columnCount + column.departures];
    busy[r] = ledger.sums[columnCount + column.busyArea] / setup.servers;
  }
  const { confidence } = scenario.run;
  const factor = studentFactor(confidence, replicationCount - 1);
  const estimate = (numerator: Float64Array): Sampled | undefined => {
    const denominator = new Float64Array(replicationCount).fill(half);
    const interval = ratioInterval(
      { replications: replicationCount, batches: 1, numerator, denominator },
      factor,
    );
    if (interval === undefined) return undefined;
    const { value, low, high } = interval;
    const halfWidth = Math.max(high - value, value - low);
    return { kind: 'sampled', value, halfWidth, low, high, confidence, effectiveSamples: replicationCount };
  };
  const growthRate = estimate(grown);
  const throughput = estimate(served);
  const utilisation = estimate(busy);
  const load = (rate * distributionOf(station.service).mean) / setup.servers;
  return {
    answered: true,
    result: {
      schema: 1,
      engine: 'simulation',
      model: 'event simulation, no steady state',
      scenario,
      measures: {
        ...(throughput && { throughput }),
        ...(utilisation && { utilisation }),
        ...(growthRate && { growthRate }),
      },
      waitQuantiles: [],
      sojournQuantiles: [],
      series: [sampledPath(job, rate)],
      customers: replicationCount * customersEach,
      warnings: [
        {
          code: 'unstable',
          message: `The offered load is ${formatNumber(load * setup.servers, 4)} for ${setup.servers} server${setup.servers === 1 ? '' : 's'}: the queue grows without end and has no steady state.`,
          advice: `At least ${Math.floor(load * setup.servers) + 1} servers are needed to keep up.`,
        },
      ],
    },
  };
}
