import type { Distribution, DistributionSpec, Family, Parameter, Parameters } from './contract.js';
import { chosenForm } from './form.js';
import { checkValue } from './value.js';

type Declared = Readonly<Record<string, Parameter>>;

/** What a parameter of this kind holds once it has been checked. */
type Held<K extends Parameter['kind']> = K extends 'durations' | 'rates' | 'numbers' | 'fractions'
  ? readonly number[]
  : K extends 'distribution'
    ? DistributionSpec
    : K extends 'distributions'
      ? readonly DistributionSpec[]
      : K extends 'file' | 'text'
        ? string
        : number;

type Values<P extends Declared> = { readonly [N in keyof P]: Held<P[N]['kind']> };

interface Header<P extends Declared> {
  readonly name: string;
  readonly about: string;
  readonly parameters: P;
}

interface Form<T> {
  readonly names: readonly string[];
  readonly make: (values: Parameters) => T;
}

/** One complete set of parameters, and what they make. */
export type FormOf<P extends Declared, T> = <N extends keyof P & string>(
  names: readonly N[],
  make: (values: Pick<Values<P>, N>) => T,
) => Form<T>;

interface Definition<T> extends Header<Declared> {
  readonly forms: readonly (readonly string[])[];
  readonly make: (parameters: Parameters) => T;
}

/**
 * Something that a scenario names and gives parameters to: a family of distributions, a kind of arrival
 * process. Names and single values are checked here, against the declaration; each form's own function sees
 * only values inside their bounds, and judges their combination.
 */
export function define<const P extends Declared, T>(
  header: Header<P>,
  listed: (form: FormOf<P, T>) => readonly Form<T>[],
): Definition<T> {
  const forms = listed((names, make) => ({ names, make: make as unknown as (values: Parameters) => T }));
  const { name, parameters } = header;
  return {
    ...header,
    forms: forms.map(({ names }) => names),
    make: given => {
      const form = chosenForm(name, Object.keys(parameters), forms, given);
      for (const parameter of form.names) checkValue(parameter, parameters[parameter], given[parameter]);
      return form.make(given);
    },
  };
}

/** One family of distributions. */
export const family = <const P extends Declared>(
  header: Header<P>,
  forms: (form: FormOf<P, Distribution>) => readonly Form<Distribution>[],
): Family => define(header, forms);
