import { type ArrivalSpec, processes } from '../../arrivals/index.js';
import {
  type DistributionSpec,
  families,
  type Parameter,
  type ParameterValue,
} from '../../distributions/index.js';
import { durationText, rateText } from './quantities.js';

type Kinds = Readonly<Record<string, Parameter>>;

/** A distribution as a scenario would write it: `20ms` for an exponential one, else its name and parameters. */
export function lawForm({ distribution, ...given }: DistributionSpec): unknown {
  if (distribution === 'exponential' && 'mean' in given) return durationText(given.mean as number);
  return { distribution, ...forms(given, families[distribution as keyof typeof families].parameters) };
}

/** An arrival process likewise: `120/s` for a Poisson process. */
export function arrivalForm({ process, ...given }: ArrivalSpec): unknown {
  if (process === 'poisson') return rateText(given.rate as number);
  return { process, ...forms(given, processes[process as keyof typeof processes].parameters) };
}

const forms = (given: Readonly<Record<string, ParameterValue | string>>, kinds: Kinds) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, form(value, kinds[name].kind)]));

function form(value: ParameterValue | string, kind: Parameter['kind']): unknown {
  if (kind === 'duration') return durationText(value as number);
  if (kind === 'rate') return rateText(value as number);
  if (kind === 'durations') return (value as readonly number[]).map(durationText);
  if (kind === 'rates') return (value as readonly number[]).map(rateText);
  if (kind === 'distribution') return lawForm(value as DistributionSpec);
  if (kind === 'distributions') return (value as readonly DistributionSpec[]).map(lawForm);
  return value;
}
