import type { Distribution } from '../../../distributions/contract.js';
import { ParameterError } from '../../../distributions/contract.js';
import { exponentialOf } from '../../../distributions/families/exponential.js';
import { type Parameters, shown } from './case.js';
import { lawFrom } from './law.js';

/* The quantities that most kinds of cases have, under the names that they go by. */

export const servers = (p: Parameters, absent?: number): number =>
  p.number(['c', 'servers', 'm', 's'], absent);

/** Customers per unit of time: given as such, by the times between arrivals, or by the load of a server. */
export function arrivalRate(p: Parameters): number {
  if (p.has('interarrival')) return 1 / lawFrom(p.values.interarrival).mean;
  if (!p.has('lambda', 'arrivalRate') && p.has('rho')) {
    return (p.number('rho') * servers(p, 1)) / service(p).mean;
  }
  return p.number(['lambda', 'arrivalRate']);
}

/** The law of the service times: given as such, or exponential by rate or mean; of mean 1 where nothing is said. */
export function service(p: Parameters): Distribution {
  if (p.has('service')) return lawFrom(p.values.service);
  if (p.has('mu', 'serviceRate')) return exponential(p, 1 / p.number(['mu', 'serviceRate']));
  return exponential(p, p.number(['meanService', 'serviceTime'], 1));
}

function exponential(p: Parameters, mean: number): Distribution {
  if (mean > 0 && mean < Number.POSITIVE_INFINITY) return exponentialOf(mean);
  throw new ParameterError(p.nameOf(['mu', 'meanService']), 1 / mean, 'a rate above 0');
}

/** Where the formula needs exponential services: their mean. */
export function exponentialMean(p: Parameters): number {
  const law = service(p);
  if (law.kendall === 'M') return law.mean;
  throw new ParameterError('service', shown(p.values.service), 'exponential service times');
}

/** A law by its name, else exponential by the name of its rate. */
export function lawOr(p: Parameters, names: readonly string[], rates: readonly string[]): Distribution {
  const described = p.value(...names);
  if (typeof described === 'object') return lawFrom(described);
  if (described !== undefined) return lawFrom(p.number(names));
  return exponentialOf(1 / positive(p, rates));
}

function positive(p: Parameters, names: readonly string[]): number {
  const value = p.number(names);
  if (value > 0) return value;
  throw new ParameterError(p.nameOf(names), value, 'a rate above 0');
}
