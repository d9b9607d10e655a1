import { distributionOf } from '../../distributions/index.js';
import type { OfferedLoad } from '../../scenario/offered-load.js';
import { flowsOf } from '../../scenario/routes/flows.js';
import { capacityOf } from '../../scenario/server-side/capacity.js';
import { serviceOf } from '../../scenario/service-of.js';
import { isClosed } from '../../scenario/supply-rate.js';
import type { ClosedClass, Scenario } from '../../scenario/type.js';

/**
 * About how many customers per second the clients of a class send: no more than if nobody ever waited, and no
 * more than the busiest station has to spare beside the customers from outside (the asymptotic bounds of
 * E. D. Lazowska et al., "Quantitative System Performance", 1984, section 5.2).
 *
 * @param load of the customers from outside
 */
export function clientsRate(
  scenario: Scenario,
  className: string,
  load: Readonly<Record<string, OfferedLoad>>,
): number {
  const customers = scenario.classes[className] as ClosedClass;
  const names = Object.keys(scenario.classes);
  const visits = flowsOf(
    scenario,
    names.map(name => (name === className ? 1 : 0)),
  );
  const think = customers.think ? distributionOf(customers.think).mean : 0;
  let round = think;
  let most = Number.POSITIVE_INFINITY;
  for (const [i, [station, spec]] of Object.entries(scenario.stations).entries()) {
    const demand = names.reduce(
      (sum, name, c) =>
        visits[i][c] === 0
          ? sum
          : sum + visits[i][c] * distributionOf(serviceOf(scenario.stations[station], name)).mean,
      0,
    );
    round += demand;
    const capacity = capacityOf(spec);
    if (capacity === Number.POSITIVE_INFINITY || demand === 0) continue;
    most = Math.min(most, (capacity * Math.max(0, 1 - (load[station].utilisation ?? 0))) / demand);
  }
  return Math.min(customers.clients / round, most);
}

/** Clients of all classes; undefined where some customers come from outside. */
export function clientsOf({ classes }: Scenario): number | undefined {
  const all = Object.values(classes);
  return all.every(isClosed) ? all.reduce((sum, { clients }) => sum + (clients ?? 0), 0) : undefined;
}
