import { arrivalProcessOf } from '../../arrivals/index.js';
import { distributionOf } from '../../distributions/index.js';
import { singleStation } from '../../scenario/single-station.js';
import type { Scenario } from '../../scenario/type.js';
import { formatDuration, formatRate } from '../../units.js';

/** Measured: beyond these the apparatus bends what it measures. */
const mostConsumers = 64;
const highestRate = 1100;
const shortestNatural = 0.005;
const shortestVirtual = 0.002;
const shortestShared = 0.005;

/** Why a scenario cannot be driven on a real queue; undefined when it can. */
export function refusal(scenario: Scenario): string | undefined {
  const station = singleStation(scenario);
  if (typeof station === 'string') return station;
  const { live } = scenario;
  if (live === undefined) return 'the scenario has no "live" section';
  const { servers, capacity, discipline } = station;
  if (servers === 'infinite') return 'a real run needs a number of consumers, not infinitely many';
  if (servers > mostConsumers)
    return `a real run has at most ${mostConsumers} consumers on one machine, not ${servers}`;
  if (capacity !== undefined) return 'the queues that can be driven have no capacity limit';
  if (discipline !== 'fcfs')
    return `the queues that can be driven serve first come first served, not ${discipline}`;
  const unreal = live.faults?.find(({ consumer = 1 }) => consumer > servers);
  if (unreal) return `a fault is meant for consumer ${unreal.consumer}, but there are ${servers}`;
  const { rate } = arrivalProcessOf(station.arrivals);
  if (rate > highestRate) {
    return `${formatRate(rate)} are more than the sender can pace one by one on time (at most ${formatRate(highestRate)})`;
  }
  const { mean } = distributionOf(station.service);
  const shortest =
    live.service === 'natural' ? shortestNatural : servers > 1 ? shortestShared : shortestVirtual;
  if (mean < shortest) {
    return (
      `a mean service of ${formatDuration(mean)} is shorter than fetching a message costs ` +
      `(at least ${formatDuration(shortest)} for ${live.service} services of ${servers} consumer${servers > 1 ? 's' : ''})`
    );
  }
  return undefined;
}
