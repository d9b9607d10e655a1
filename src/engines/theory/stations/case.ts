import type { ArrivalProcess } from '../../../arrivals/contract.js';
import { superposed } from '../../../arrivals/superposed.js';
import type { Distribution, DistributionSpec } from '../../../distributions/contract.js';
import { distributionOf } from '../../../distributions/index.js';
import { serviceOf } from '../../../scenario/service-of.js';
import type { CustomerClass, Station } from '../../../scenario/type.js';
import type { StationProblem } from '../model.js';
import { type Word, wordsOfClass, wordsOfStation } from '../words.js';

/** Customers of one class as they come to a station. */
export interface Visitors {
  readonly name: string;
  readonly customers: CustomerClass;
  readonly arrivals: ArrivalProcess;
  readonly service: Distribution;
}

/** A station as a scenario has it: the problem of all customers together, and who they are. */
export interface StationCase extends StationProblem {
  readonly station: Station;
  readonly visitors: readonly Visitors[];
  /** Whether the services of all classes are of one law. */
  readonly oneLaw: boolean;
  /** In what it says more than every formula looks at. */
  readonly words: readonly Word[];
}

export interface ClassAtStation {
  readonly name: string;
  readonly customers: CustomerClass;
  readonly arrivals: ArrivalProcess;
}

export function stationCase(station: Station, classes: readonly ClassAtStation[]): StationCase {
  const visitors = classes.map(each => ({ ...each, service: distributionOf(serviceOf(station, each.name)) }));
  const laws = classes.map(({ name }) => serviceOf(station, name));
  const oneLaw =
    laws.every(law => JSON.stringify(law) === JSON.stringify(laws[0])) || sameExponential(visitors);
  const rates = classes.map(({ arrivals }) => arrivals.rate);
  return {
    station,
    visitors,
    oneLaw,
    arrivals: superposed(classes.map(({ arrivals }) => arrivals)),
    service: oneLaw ? visitors[0].service : mixed(laws, rates),
    servers: station.servers === 'infinite' ? Number.POSITIVE_INFINITY : station.servers,
    capacity: station.capacity ?? Number.POSITIVE_INFINITY,
    discipline: station.discipline.discipline,
    words: [...wordsOfStation(station), ...classes.flatMap(({ customers }) => wordsOfClass(customers))],
  };
}

const sameExponential = (visitors: readonly Visitors[]): boolean =>
  visitors.every(({ service }) => service.kendall === 'M' && service.mean === visitors[0].service.mean);

/** The service of whoever comes next, where the classes come independently of each other. */
function mixed(laws: readonly DistributionSpec[], rates: readonly number[]): Distribution {
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  return distributionOf({
    distribution: 'mixture',
    probabilities: rates.map(rate => rate / total),
    of: laws,
  });
}
