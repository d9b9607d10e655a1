import { distributionOf } from '../../../distributions/index.js';
import { serviceOf } from '../../../scenario/service-of.js';
import { isClosed } from '../../../scenario/supply-rate.js';
import type { ClosedClass, Scenario } from '../../../scenario/type.js';
import { closedGeneral } from '../formulas/closed-general.js';
import { outsideProductForm } from './product-form.js';

/** Whether only the laws of the services stand in the way, of clients of one class before single servers. */
export function nearlyProductForm(scenario: Scenario): boolean {
  const [customers, ...others] = Object.values(scenario.classes);
  return (
    others.length === 0 &&
    isClosed(customers) &&
    outsideProductForm(scenario, { anyService: true }) === undefined &&
    Object.values(scenario.stations).every(
      ({ servers, loadDependence }) => (servers === 1 || servers === 'infinite') && !loadDependence,
    )
  );
}

/** What it gets through and who is where, and the formula that says so. */
export function ofAnyServices(
  { classes, stations }: Scenario,
  demands: readonly number[],
  servers: readonly number[],
) {
  const [[name, customers]] = Object.entries(classes) as [[string, ClosedClass]];
  const { throughput, numbers, least, most } = closedGeneral.solve({
    customers: customers.clients,
    demands,
    scvs: Object.values(stations).map(station =>
      station.discipline.discipline === 'fcfs' ? distributionOf(serviceOf(station, name)).scv : 1,
    ),
    servers,
    thinkTime: customers.think ? distributionOf(customers.think).mean : 0,
  });
  return {
    formula: closedGeneral,
    throughputs: [throughput],
    numbers: [numbers],
    between: { low: least, high: most },
  };
}
