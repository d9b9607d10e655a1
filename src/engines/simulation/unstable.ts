import type { Outcome } from '../../result/outcome.js';
import type { Sampled, Warning } from '../../result/result.js';
import { capacityOf } from '../../scenario/server-side/capacity.js';
import { beyondPlainServers } from '../../scenario/server-side/in-words.js';
import type { Scenario } from '../../scenario/type.js';
import { ratioInterval } from '../../statistics/interval.js';
import { studentFactor } from '../../statistics/student.js';
import { formatNumber } from '../../units.js';
import { type column, Ledger } from './ledger.js';
import { littlesLaw } from './littles-law.js';
import { booksOf, shapesOf } from './network/books.js';
import { NetworkRun } from './network/network-run.js';
import { sampledPath } from './sampled-path.js';
import { originOf } from './setup.js';
import { effectiveLoad, type System } from './system.js';
import { replicationCount } from './team.js';
import { systemView } from './views.js';

/** Customers of each replication; the growth is linear, so a modest run suffices. */
const customersEach = 20_000;

/**
 * An unstable system has no steady state, only the rate at which its queues grow: the slope of the number in
 * the system over the second half of each of 16 runs, and over that half the throughput.
 */
export function unstable(scenario: Scenario, system: System): Outcome {
  const half = customersEach / system.rate / 2;
  const books = booksOf(scenario);
  const grown = new Float64Array(replicationCount);
  const ledgers = Array.from({ length: replicationCount }, (_, r) => {
    const run = new NetworkRun(scenario, scenario.run.seed, r, originOf(scenario));
    const own = shapesOf(books).map(shape => new Ledger(shape));
    run.advance(own, 0, 0, half);
    const before = run.present;
    run.advance(own, 1, half, 2 * half);
    grown[r] = run.present - before;
    return own;
  });
  littlesLaw(books, ledgers);
  const view = systemView(books, ledgers);
  const second = (name: keyof typeof column) => Float64Array.from(view, ledger => ledger.sum(1, name));
  const stations = Object.values(scenario.stations);
  const growthRate = rateOf(grown, half, scenario);
  const throughput = rateOf(second('departures'), half, scenario);
  const utilisation =
    stations.length === 1 && beyondPlainServers(stations[0]) === undefined
      ? rateOf(second('busyArea'), half * Number(stations[0].servers), scenario)
      : undefined;
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
      series: [sampledPath(scenario, system.rate)],
      customers: replicationCount * customersEach,
      warnings: system.unstable.map(name => warning(scenario, name)),
    },
  };
}

/** Events per second over replications of `seconds` each. */
function rateOf(events: Float64Array, seconds: number, { run }: Scenario): Sampled | undefined {
  const interval = ratioInterval(
    {
      replications: replicationCount,
      batches: 1,
      numerator: events,
      denominator: new Float64Array(replicationCount).fill(seconds),
    },
    studentFactor(run.confidence, replicationCount - 1),
  );
  if (interval === undefined) return undefined;
  const { value, low, high } = interval;
  const halfWidth = Math.max(high - value, value - low);
  return {
    kind: 'sampled',
    value,
    halfWidth,
    low,
    high,
    confidence: run.confidence,
    effectiveSamples: replicationCount,
  };
}

function warning(scenario: Scenario, name: string): Warning {
  const { erlangs, utilisation } = effectiveLoad(scenario)[name];
  const { servers, breakdowns } = scenario.stations[name];
  const beyond = beyondPlainServers(scenario.stations[name]);
  const load = erlangs === undefined ? 'has no mean' : `is ${formatNumber(erlangs, 4)}`;
  const where = Object.keys(scenario.stations).length > 1 ? ` of "${name}"` : '';
  const fragile = breakdowns ? ' that fail' : '';
  const equal = `${servers} server${servers === 1 ? '' : 's'}${fragile}`;
  const capacity = formatNumber(capacityOf(scenario.stations[name]), 4);
  const those =
    beyond === undefined ? equal : `what its servers get done, that of ${capacity} plain ones (${beyond})`;
  return {
    code: 'unstable',
    message: `The offered load${where} ${load} for ${those}: the queue grows without end and has no steady state.`,
    ...(utilisation !== undefined &&
      beyond === undefined && {
        advice: `At least ${Math.floor(utilisation * Number(servers)) + 1} servers are needed to keep up.`,
      }),
  };
}
