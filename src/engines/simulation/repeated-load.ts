import { type Distribution, distributionOf } from '../../distributions/index.js';
import { exp } from '../../numerics/exp.js';
import { log } from '../../numerics/log.js';
import type { OfferedLoad } from '../../scenario/offered-load.js';
import { flowsOf } from '../../scenario/routes/flows.js';
import { serviceOf } from '../../scenario/service-of.js';
import { outsideRate } from '../../scenario/supply-rate.js';
import type { Scenario } from '../../scenario/type.js';

/**
 * The load of a station whose interrupted services begin anew, lost work counted in, where the most urgent class goes
 * first at one server. For Poisson arrivals; other stations have the load that they are offered.
 */
export function withRepeats(scenario: Scenario, name: string, load: OfferedLoad): OfferedLoad {
  const station = scenario.stations[name];
  const { interrupted, discipline } = station.discipline;
  if (interrupted === undefined || discipline !== 'priority-preemptive' || station.servers !== 1) return load;
  const classes = Object.entries(scenario.classes);
  const rates = flowsOf(
    scenario,
    classes.map(([, customers]) => outsideRate(customers)),
  )[Object.keys(scenario.stations).indexOf(name)];
  const priorities = classes.map(([, { priority = 0 }]) => priority);
  const erlangs = classes.reduce((sum, [className], i) => {
    const above = rates.reduce((rate, one, k) => (priorities[k] > priorities[i] ? rate + one : rate), 0);
    const law = distributionOf(serviceOf(station, className));
    return rates[i] === 0 ? sum : sum + rates[i] * timeServed(law, above, interrupted);
  }, 0);
  const { arrivalRate } = load;
  return Number.isFinite(erlangs) ? { arrivalRate, erlangs, utilisation: erlangs } : { arrivalRate };
}

/** Points at which the law of a service is read. */
const points = 2000;

/**
 * Mean seconds of service until one is completed that Poisson interruptions make begin anew: (E e^(L S) - 1) / L when the
 * same begins, (1 / E e^(-L S) - 1) / L when one drawn anew does (D. P. Gaver, "A waiting line with interrupted
 * service, including priorities", JRSS B 24, 1962; not checked). Read off the quantiles, so to some digits only.
 *
 * @param rate of the interruptions
 */
export function timeServed(law: Distribution, rate: number, interrupted: 'restart' | 'resample'): number {
  if (rate === 0) return law.mean;
  const sign = interrupted === 'restart' ? 1 : -1;
  if (sign > 0 && decay(law) <= rate) return Number.POSITIVE_INFINITY;
  let mean = 0;
  for (let k = 0; k < points; k++) mean += exp(sign * rate * law.quantile((k + 0.5) / points)) / points;
  return ((sign > 0 ? mean : 1 / mean) - 1) / rate;
}

/** How fast the tail of a law falls far out, by its logarithm; Infinity: it ends. */
function decay({ quantile }: Distribution): number {
  const [near, far] = [1e-6, 1e-9];
  return log(near / far) / (quantile(1 - far) - quantile(1 - near));
}
