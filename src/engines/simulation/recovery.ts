import { distributionOf } from '../../distributions/index.js';
import { square } from '../../numerics/pow.js';
import { type RecoveryOutcome, recoveryPercentiles, type Upset } from '../../result/recovery.js';
import type { Estimate } from '../../result/result.js';
import { offeredLoad } from '../../scenario/offered-load.js';
import type { SingleStation } from '../../scenario/single-station.js';
import { singleStation } from '../../scenario/single-station.js';
import type { Scenario } from '../../scenario/type.js';
import { percentileInterval, proportionInterval } from '../../statistics/proportion.js';
import { studentFactor } from '../../statistics/student.js';
import { Customers } from '../../workload/customers.js';
import { type RecoveredRun, recoveredRun } from './recovered-run.js';
import { settlingTime } from './settling-time.js';

/** Independent recoveries: enough for the 95th percentile and its interval, at least enough for the mean. */
const mostRuns = 400;
const fewestRuns = 16;
/** Customers that all of them together may have. */
const budget = 2e7;
const breathEvery = 200_000;

/** What the recovery of a stable station takes, from independent runs; undefined where runs are not worth it. */
export async function simulateRecovery(
  scenario: Scenario,
  upset: Upset,
  deadline: number | undefined,
  signal?: AbortSignal,
): Promise<RecoveryOutcome> {
  const station = singleStation(scenario);
  if (typeof station === 'string') return { answered: false, reason: station };
  const { servers, capacity, discipline } = station;
  if (servers === 'infinite')
    return { answered: false, reason: 'nobody waits where everyone is served at once' };
  if (capacity !== undefined) return { answered: false, reason: 'customers are turned away' };
  if (discipline !== 'fcfs') return { answered: false, reason: `customers are served by ${discipline}` };
  const start = upset.kind === 'backlog' ? 0 : settled(scenario, station, servers);
  const each = customersEach(scenario, station, servers, upset, start);
  const affordable = Math.min(budget, scenario.run.maxCustomers) / each;
  if (affordable < fewestRuns)
    return {
      answered: false,
      reason: `${fewestRuns} runs of about ${Math.round(each)} customers are more than a simulation affords`,
    };
  const count = Math.min(mostRuns, Math.floor(affordable));
  const runs: RecoveredRun[] = [];
  let sinceBreath = 0;
  for (let r = 0; r < count; r++) {
    const customers = new Customers(station, scenario.run.seed, r);
    runs.push(recoveredRun(customers, servers, upset, start));
    sinceBreath += each;
    if (sinceBreath < breathEvery) continue;
    sinceBreath = 0;
    await new Promise(resolve => setTimeout(resolve, 0));
    if (signal?.aborted) return { answered: false, reason: 'it was interrupted' };
  }
  return { answered: true, recovery: summary(runs, scenario.run.confidence, deadline) };
}

function settled(scenario: Scenario, { service, stationName }: SingleStation, servers: number): number {
  const { utilisation = 0 } = offeredLoad(scenario)[stationName];
  const { mean, scv } = distributionOf(service);
  return settlingTime({ meanService: mean, serviceScv: scv, servers, utilisation });
}

function customersEach(
  scenario: Scenario,
  { service, stationName }: SingleStation,
  servers: number,
  upset: Upset,
  start: number,
): number {
  const { arrivalRate } = offeredLoad(scenario)[stationName];
  const serviceRate = servers / distributionOf(service).mean;
  const waiting =
    upset.kind === 'backlog'
      ? upset.customers
      : upset.kind === 'pause'
        ? arrivalRate * upset.seconds
        : Math.max(0, upset.factor * arrivalRate - serviceRate) * upset.seconds;
  const during = upset.kind === 'spike' ? upset.factor * arrivalRate * upset.seconds : 0;
  return waiting + during + servers + arrivalRate * (start + waiting / (serviceRate - arrivalRate));
}

function summary(runs: readonly RecoveredRun[], confidence: number, deadline: number | undefined) {
  const times = Float64Array.from(runs, ({ time }) => time).sort();
  const count = times.length;
  const sampled = (value: number, low: number, high: number) =>
    ({
      kind: 'sampled',
      value,
      low: Math.max(0, low),
      high,
      halfWidth: Math.max(high - value, value - Math.max(0, low)),
      confidence,
      effectiveSamples: count,
    }) as const;
  const mean = (values: ArrayLike<number>): Estimate => {
    const list = Array.from(values);
    const average = list.reduce((sum, value) => sum + value, 0) / count;
    const variance = list.reduce((sum, value) => sum + square(value - average), 0) / (count - 1);
    const half = studentFactor(confidence, count - 1) * Math.sqrt(variance / count);
    return sampled(average, average - half, average + half);
  };
  const soon = deadline === undefined ? 0 : times.filter(time => time <= deadline).length;
  const share = proportionInterval(soon, count, confidence);
  return {
    engine: 'simulation',
    model: `${count} simulated recoveries`,
    meanBacklog: mean(runs.map(({ backlog }) => backlog)),
    meanTime: mean(times),
    percentiles: recoveryPercentiles.flatMap(p => {
      const found = percentileInterval(times, p, confidence);
      return found ? [{ p, ...sampled(found.value, found.low, found.high) }] : [];
    }),
    ...(deadline !== undefined && { within: sampled(soon / count, share.low, share.high) }),
  } as const;
}
