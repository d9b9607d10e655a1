import { arrivalProcessOf, processes } from '../arrivals/index.js';
import type { Parameter, ParameterValue } from '../distributions/contract.js';
import { families } from '../distributions/index.js';
import type { ArrivalSpec, DistributionSpec } from './type.js';

/**
 * The process with `factor` times as many arrivals. Where it is given by its rates, they alone change: bursts come as
 * often as before and are the denser. Where it is given by the times between arrivals, those shrink.
 */
export function denser(arrivals: ArrivalSpec, factor: number): ArrivalSpec {
  // A trace has no rate of its own to change; it is played faster.
  if (arrivals.process === 'trace') return { ...arrivals, speed: Number(arrivals.speed ?? 1) * factor };
  const { parameters } = processes[arrivals.process as keyof typeof processes];
  const byRate = Object.entries(parameters).some(([name, { kind }]) => name in arrivals && isRate(kind));
  return scaled(arrivals, parameters, kind =>
    byRate ? (isRate(kind) ? factor : 1) : isRate(kind) ? factor : 1 / factor,
  );
}

/** The process with so many customers per second in the long run. */
export const withRate = (arrivals: ArrivalSpec, rate: number): ArrivalSpec =>
  typeof arrivals.rate === 'number'
    ? { ...arrivals, rate }
    : denser(arrivals, rate / arrivalProcessOf(arrivals).rate);

const isRate = (kind: Parameter['kind']): boolean => kind === 'rate' || kind === 'rates';
const isTime = (kind: Parameter['kind']): boolean => kind === 'duration' || kind === 'durations';

/** The specification with its rates and durations times what `by` says of their kind. */
function scaled<Spec extends ArrivalSpec | DistributionSpec>(
  spec: Spec,
  parameters: Readonly<Record<string, Parameter>>,
  by: (kind: Parameter['kind']) => number,
): Spec {
  const entries = Object.entries(spec).map(([name, value]) => {
    const kind = Object.hasOwn(parameters, name) ? parameters[name].kind : undefined;
    if (kind === undefined || typeof value === 'string') return [name, value];
    if (isRate(kind) || isTime(kind)) return [name, times(value as number | readonly number[], by(kind))];
    if (kind === 'distribution') return [name, scaledLaw(value as DistributionSpec, by)];
    if (kind === 'distributions')
      return [name, (value as readonly DistributionSpec[]).map(law => scaledLaw(law, by))];
    return [name, value];
  });
  return Object.fromEntries(entries) as Spec;
}

/** The law with every time `factor` times as long: its shape, and so its variability, stays. */
export const stretched = (law: DistributionSpec, factor: number): DistributionSpec =>
  scaledLaw(law, kind => (isTime(kind) ? factor : isRate(kind) ? 1 / factor : 1));

const scaledLaw = (law: DistributionSpec, by: (kind: Parameter['kind']) => number): DistributionSpec =>
  scaled(law, families[law.distribution as keyof typeof families].parameters, by);

const times = (value: number | readonly number[], factor: number): ParameterValue =>
  typeof value === 'number' ? value * factor : value.map(one => one * factor);
