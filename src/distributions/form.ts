import { ParameterError, type Parameters } from './contract.js';

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/**
 * The form whose names are those given.
 * @throws ParameterError at a name that is unknown, missing, or one too many.
 */
export function chosenForm<F extends { readonly names: readonly string[] }>(
  of: string,
  known: readonly string[],
  forms: readonly F[],
  given: Parameters,
): F {
  const names = Object.keys(given).filter(name => given[name] !== undefined);
  const exact = forms.find(
    form => form.names.length === names.length && form.names.every(name => names.includes(name)),
  );
  if (exact) return exact;
  const choices = `${of} takes ${forms.map(form => list(form.names)).join(', or ')}`;
  const stranger = names.find(name => !known.includes(name));
  if (stranger !== undefined)
    throw new ParameterError(stranger, given[stranger], `no such parameter: ${choices}`);
  const shared = (form: F): number => form.names.filter(name => names.includes(name)).length;
  const meant = forms.reduce((best, form) => (shared(form) > shared(best) ? form : best));
  const missing = meant.names.find(name => !names.includes(name));
  if (missing !== undefined) throw new ParameterError(missing, undefined, `it to be given: ${choices}`);
  const extra = names.find(name => !meant.names.includes(name)) as string;
  throw new ParameterError(extra, given[extra], `it not to be given beside ${list(meant.names)}: ${choices}`);
}
