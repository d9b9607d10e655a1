import type { z } from 'zod';
import { ParameterError, type Parameters } from '../distributions/index.js';
import { mapping } from './mapping.js';
import { type DistributionSchema, parameterSchema, type WrittenParameter } from './parameter.js';
import { alternatives, type Complaint, issueOf, written } from './written.js';

/** A family of distributions or a kind of arrival process. */
export interface Kind {
  readonly name: string;
  readonly about: string;
  readonly parameters: Readonly<Record<string, WrittenParameter>>;
  readonly forms: readonly (readonly string[])[];
  readonly make: (parameters: Parameters) => unknown;
}

/**
 * What is written for one kind: its name and one complete set of parameters, inside their domain.
 * @param key under which the name stands: 'distribution' or 'process'
 */
export function kindSchema<Spec>(key: string, kind: Kind, distribution: DistributionSchema): z.ZodType<Spec> {
  const { name, about, parameters, forms } = kind;
  const isName = written({ const: name, description: about }, value => ({
    ok: true,
    value: value as string,
  }));
  const optional = Object.entries(parameters).map(([parameter, declared]) => [
    parameter,
    parameterSchema(declared, distribution).optional(),
  ]);
  return mapping({ [key]: isName, ...Object.fromEntries(optional) }, about)
    .meta({ anyOf: forms.map(required => ({ required })), description: about })
    .transform((spec, context) => {
      const { [key]: _, ...given } = spec;
      const complaint = wrongForm(Object.keys(given), forms) ?? outsideDomain(kind, given as Parameters);
      if (complaint !== undefined) context.addIssue(issueOf(complaint));
      return spec as Spec;
    });
}

function wrongForm(given: readonly string[], forms: Kind['forms']): Complaint | undefined {
  const holds = (all: readonly string[], some: readonly string[]) => some.every(name => all.includes(name));
  if (forms.some(form => form.length === given.length && holds(form, given))) return undefined;
  const expected = forms.map(form => alternatives(form, 'and')).join(', or ');
  const meant = forms.find(form => holds(form, given));
  const missing = meant?.find(name => !given.includes(name));
  if (missing !== undefined)
    return { message: `"${missing}" is missing`, expected, path: [missing], at: 'missing' };
  return { message: `${alternatives(given, 'and')} do not go together`, expected };
}

function outsideDomain({ make }: Kind, given: Parameters): Complaint | undefined {
  try {
    make(given);
    return undefined;
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const path = error.parameter.split('.').map(step => (/^\d+$/.test(step) ? Number(step) : step));
    const message = error.problem ?? `"${error.parameter}" cannot have this value`;
    return { message, expected: error.expected, path };
  }
}
