import { processes } from '../arrivals/index.js';
import type { Parameter, ParameterValue } from '../distributions/contract.js';
import { families } from '../distributions/index.js';
import { isOpen } from '../scenario/supply-rate.js';
import type { ArrivalSpec, DistributionSpec, Scenario, Station } from '../scenario/type.js';

/** The scenario with so many servers at a station. */
export function withServers(scenario: Scenario, station: string, servers: Station['servers']): Scenario {
  const changed = { ...scenario.stations[station], servers };
  return { ...scenario, stations: { ...scenario.stations, [station]: changed } };
}

/**
 * The scenario with `factor` times as many arrivals of every class that has any. Where a process is given by its rates, they
 * alone change: bursts come as often as before and are the denser. Where it is given by the times between
 * arrivals, those shrink.
 */
export function withArrivals(scenario: Scenario, factor: number): Scenario {
  const classes = Object.entries(scenario.classes).map(
    ([name, customers]) =>
      [
        name,
        isOpen(customers) ? { ...customers, arrivals: denser(customers.arrivals, factor) } : customers,
      ] as const,
  );
  return { ...scenario, classes: Object.fromEntries(classes) };
}

function denser(arrivals: ArrivalSpec, factor: number): ArrivalSpec {
  // A trace has no rate of its own to change; it is played faster.
  if (arrivals.process === 'trace') return { ...arrivals, speed: Number(arrivals.speed ?? 1) * factor };
  const { parameters } = processes[arrivals.process as keyof typeof processes];
  const byRate = Object.entries(parameters).some(([name, { kind }]) => name in arrivals && isRate(kind));
  return scaled(arrivals, parameters, kind =>
    byRate ? (isRate(kind) ? factor : 1) : isRate(kind) ? factor : 1 / factor,
  );
}

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

const scaledLaw = (law: DistributionSpec, by: (kind: Parameter['kind']) => number): DistributionSpec =>
  scaled(law, families[law.distribution as keyof typeof families].parameters, by);

const times = (value: number | readonly number[], factor: number): ParameterValue =>
  typeof value === 'number' ? value * factor : value.map(one => one * factor);
