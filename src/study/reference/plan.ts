import type { Parameters } from '../../engines/theory/reference/case.js';
import { lawSpecFrom } from '../../engines/theory/reference/law.js';
import type { ArrivalSpec, DistributionSpec, Station } from '../../scenario/type.js';

/** One class of customers at the station of a case. */
export interface ClassPlan {
  readonly arrivals: ArrivalSpec;
  readonly service: DistributionSpec;
  readonly patience?: DistributionSpec;
}

/** The station of a case, and who comes to it. */
export type Plan = Partial<Station> & {
  readonly retryDelay?: DistributionSpec;
  readonly classes: readonly ClassPlan[];
};

export const exponential = (mean: number): DistributionSpec => ({ distribution: 'exponential', mean });
export const poisson = (rate: number): ArrivalSpec => ({ process: 'poisson', rate });
export const mu = (p: Parameters): DistributionSpec => exponential(1 / p.number('mu'));
export const law = (p: Parameters, name: string): DistributionSpec => lawSpecFrom(p.values[name]);
/** The service law, general or by its rate. */
export const service = (p: Parameters): DistributionSpec => (p.has('service') ? law(p, 'service') : mu(p));
export const servers = (p: Parameters): number => p.number('c', 1);

export const one = (
  arrivals: ArrivalSpec,
  service: DistributionSpec,
  station: Partial<Station> = {},
): Plan => ({
  ...station,
  classes: [{ arrivals, service }],
});
export const renewal = (p: Parameters): ArrivalSpec => ({
  process: 'renewal',
  interarrival: law(p, 'interarrival'),
});
export const poissonOf = (p: Parameters): ArrivalSpec => poisson(p.number('lambda'));
