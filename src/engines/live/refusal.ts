import { arrivalProcessOf } from '../../arrivals/index.js';
import { distributionOf } from '../../distributions/index.js';
import { type BrokerSetting, brokerRoom, brokerSettings } from '../../scenario/brokers.js';
import { type OnlyStation, onlyStation } from '../../scenario/single-station.js';
import { isClosed } from '../../scenario/supply-rate.js';
import type { ClosedClass, DistributionSpec, LiveSpec, Scenario } from '../../scenario/type.js';
import { alternatives } from '../../scenario/written.js';
import { formatDuration, formatRate } from '../../units.js';
import { longestDelay } from '../../workload/comes-again.js';
import { coresRefusal } from './free-cores.js';

/** Measured: beyond these the apparatus bends what it measures. */
const mostConsumers = 64;
const highestRate = 1100;
const mostClients = 1000;
const shortestNatural = 0.005;
const shortestVirtual = 0.002;
const shortestShared = 0.005;

/** Seconds between two attempts. */
const mostOutside = 60;

/** Why a scenario cannot be driven on a real queue; undefined when it can. */
export function refusal(scenario: Scenario): string | undefined {
  const station = onlyStation(scenario);
  if (typeof station === 'string') return station;
  const { live } = scenario;
  if (live === undefined) return 'the scenario has no "live" section';
  const { servers, capacity, discipline, retry } = station;
  if (servers === 'infinite') return 'a real run needs a number of consumers, not infinitely many';
  if (servers > mostConsumers)
    return `a real run has at most ${mostConsumers} consumers on one machine, not ${servers}`;
  const noCores = live.service === 'cpu' ? coresRefusal(servers) : undefined;
  if (noCores !== undefined) return noCores;
  const noRoom = capacity === undefined ? undefined : capacityRefusal(capacity, servers, live);
  if (noRoom !== undefined) return noRoom;
  if (retry && longestDelay(retry) > mostOutside)
    return `messages could stay outside for more than ${formatDuration(mostOutside)} until they come again: give the retry a cap, or fewer attempts`;
  if (discipline !== 'fcfs')
    return `the queues that can be driven serve first come first served, not ${discipline}`;
  if ((live.producers ?? 1) > 1 && !knows(live.broker, 'producers'))
    return `${live.broker} has its queue in the sender: several would have a queue each`;
  const unreal = live.faults?.find(({ consumer = 1 }) => consumer > servers);
  if (unreal) return `a fault is meant for consumer ${unreal.consumer}, but there are ${servers}`;
  const rate = highestRateOf(station, servers);
  if (rate > highestRate) {
    return `${formatRate(rate)} are more than the sender can pace one by one on time (at most ${formatRate(highestRate)})`;
  }
  if (isClosed(station.customers)) {
    const unfit = closedRefusal(station.customers, station.service, live);
    if (unfit !== undefined) return unfit;
  }
  const { mean } = distributionOf(station.service);
  const shortest =
    live.service !== 'virtual' ? shortestNatural : servers > 1 ? shortestShared : shortestVirtual;
  if (mean < shortest) {
    return (
      `a mean service of ${formatDuration(mean)} is shorter than fetching a message costs ` +
      `(at least ${formatDuration(shortest)} for ${live.service} services of ${servers} consumer${servers > 1 ? 's' : ''})`
    );
  }
  return undefined;
}

/**
 * The rate at which the sender has to send at times: that of the highest stretch or state, where there are several. Clients send no faster than they would if nobody waited, and no
 * faster than the consumers serve (the asymptotic bounds of Denning and Buzen, "The operational analysis of queueing
 * network models", Computing Surveys 10, 1978; recalled, not compared with the paper).
 */
function highestRateOf({ customers, service }: OnlyStation, servers: number): number {
  if (!isClosed(customers)) {
    const { rate, clock, modulation } = arrivalProcessOf(customers.arrivals);
    return clock?.peak ?? Math.max(rate, ...(modulation?.rates ?? []));
  }
  const { mean } = distributionOf(service);
  const thinking = customers.think ? distributionOf(customers.think).mean : 0;
  return Math.min(customers.clients / (thinking + mean), servers / mean);
}

/** Why such clients cannot send to a real queue; undefined when they can. */
function closedRefusal(
  { clients, think }: ClosedClass,
  service: DistributionSpec,
  { faults, failing, poison }: LiveSpec,
): string | undefined {
  if (clients > mostClients) return `a real run has at most ${mostClients} clients, not ${clients}`;
  if (faults || failing || poison)
    return 'a client whose message is lost would wait for its answer for ever: leave out the clients or what goes wrong';
  if ([think, service].some(law => law?.distribution === 'trace'))
    return 'a trace is read in the order of its rows, and each client has draws of its own';
  return undefined;
}

const knows = (broker: string, setting: BrokerSetting): boolean =>
  brokerSettings[broker as keyof typeof brokerSettings]?.includes(setting) ?? false;

/** Why the queue cannot have room for so many; undefined when it can. */
function capacityRefusal(
  capacity: number,
  servers: number,
  { broker, faults, failing, poison, acknowledgeEvery = 1 }: LiveSpec,
): string | undefined {
  const counted = brokerRoom[broker];
  if (counted === undefined)
    return `${broker} keeps no capacity: nobody who sends can tell how many it holds (${alternatives(Object.keys(brokerRoom))} can)`;
  if (counted === 'waiting' && capacity === servers)
    return `${broker} counts only those that wait, and here nobody is to wait: it needs a capacity above ${servers}`;
  if (acknowledgeEvery > 1)
    return 'messages that were served and not yet acknowledged would take up room, and no twin knows it: leave out the capacity or acknowledgeEvery';
  if (faults || failing || poison)
    return 'no twin tells what becomes of a full queue when things go wrong: leave out the capacity or what goes wrong';
  return undefined;
}
