import { arrivalProcessOf } from '../../../arrivals/index.js';
import { distributionOf } from '../../../distributions/index.js';
import { nextPlaces, rowsOf } from '../../../scenario/routes/next-places.js';
import { serviceOf } from '../../../scenario/service-of.js';
import { isOpen } from '../../../scenario/supply-rate.js';
import type { Scenario, Station } from '../../../scenario/type.js';

/** What a class and a station may say of themselves; whatever else they say, the product form knows nothing of. */
const ofClass = ['arrivals', 'clients', 'think', 'priority', 'due', 'weight'];
const ofStation = ['servers', 'service', 'discipline', 'loadDependence'];

/** Stations where one server is shared, or taken over at once: the law of the service does not matter. */
const insensitive = ['ps', 'lcfs-preemptive'];

export const meansAt = (station: Station, className: string): number =>
  distributionOf(serviceOf(station, className)).mean;

/** Whether there is a wait to speak of at every station: not where servers are shared, nor where their pace says nothing of who waits. */
export const queueing = ({ stations }: Scenario): boolean =>
  Object.values(stations).every(
    ({ discipline, loadDependence }) => discipline.discipline === 'fcfs' && !loadDependence,
  );

/**
 * Why a network with clients has no product form (F. Baskett et al., Journal of the ACM 22, 1975); undefined when it has.
 *
 * @param anyService whether to look away from the laws of the services
 */
export function outsideProductForm(
  { classes, stations, routes }: Scenario,
  { anyService = false }: { readonly anyService?: boolean } = {},
): string | undefined {
  for (const [name, customers] of Object.entries(classes)) {
    if (isOpen(customers) && arrivalProcessOf(customers.arrivals).kendall !== 'M')
      return `the arrivals of class "${name}" are not Poisson`;
    const more = Object.keys(customers).find(key => !ofClass.includes(key));
    if (more !== undefined) return `the customers of class "${name}" have a ${more}`;
  }
  const names = Object.keys(classes);
  for (const [name, station] of Object.entries(stations)) {
    const reason = wrongStation(name, station, anyService ? [] : names);
    if (reason !== undefined) return reason;
  }
  for (const [from, route] of Object.entries(routes)) {
    const rows = rowsOf(route).flatMap(nextPlaces);
    if (rows.some(({ share }) => share === undefined))
      return `the way from "${from}" is chosen, not left to chance`;
    if (rows.some(({ as }) => as !== undefined)) return `customers change their class after "${from}"`;
  }
  return undefined;
}

function wrongStation(name: string, station: Station, classes: readonly string[]): string | undefined {
  const more = Object.keys(station).find(key => !ofStation.includes(key));
  if (more !== undefined) return `"${name}" has a ${more}`;
  if (station.servers === 'infinite') return undefined;
  const { discipline, interrupted } = station.discipline;
  if (station.loadDependence && !('byNumber' in station.loadDependence) && discipline !== 'fcfs')
    return `there is no end to how many share "${name}"`;
  if (interrupted) return `interrupted services at "${name}" begin anew`;
  if (insensitive.includes(discipline)) {
    return station.servers === 1 || station.loadDependence
      ? undefined
      : `"${name}" serves by ${discipline} with more than one server`;
  }
  if (discipline !== 'fcfs') return `"${name}" serves by ${discipline}`;
  const laws = classes.map(className => distributionOf(serviceOf(station, className)));
  if (laws.some(law => law.kendall !== 'M')) return `services at "${name}" are not exponential`;
  if (laws.some(law => law.mean !== laws[0].mean)) return `services at "${name}" differ by class`;
  return undefined;
}
