import { offeredLoad } from '../../scenario/offered-load.js';
import { isOpen, outsideRate } from '../../scenario/supply-rate.js';
import type { CustomerClass, Scenario } from '../../scenario/type.js';
import { formatNumber } from '../../units.js';

/**
 * Why a system has no long run whose clients give requests up that are still served: if all their attempts together are
 * more than a station can do, a long queue, once there, makes all of them time out and so never goes away (N. Bronson et
 * al., "Metastable failures in distributed systems", HotOS 2021). Undefined where that cannot happen.
 */
export function neverHeals(scenario: Scenario): string | undefined {
  const { classes, stations } = scenario;
  const attempts = (customers: CustomerClass) =>
    customers.timeout === undefined ? 1 : (customers.retry?.maxAttempts ?? 1);
  const busiest = offeredLoad(scenario);
  const worst = offeredLoad({
    ...scenario,
    classes: Object.fromEntries(
      Object.entries(classes).map(([name, customers]) => [name, times(customers, attempts(customers))]),
    ),
  });
  for (const [name, { capacity, baulking }] of Object.entries(stations)) {
    const { utilisation = 0 } = worst[name];
    if (capacity !== undefined || baulking || utilisation < 1 || (busiest[name].utilisation ?? 0) >= 1)
      continue;
    return `once the queue of "${name}" is long, all requests time out, and with their repetitions they are ${formatNumber(utilisation, 3)} times what it can do, so it may never become short again: ask for a run.duration, or give it a capacity or its clients fewer attempts`;
  }
  return undefined;
}

/** The class with so many times the arrivals; clients as if they did nothing but send one that times out after the other. */
function times(customers: CustomerClass, factor: number): CustomerClass {
  if (customers.timeout === undefined) return customers;
  if (!isOpen(customers))
    return { arrivals: { process: 'poisson', rate: customers.clients / customers.timeout } };
  return { ...customers, arrivals: { process: 'poisson', rate: factor * outsideRate(customers) } };
}
