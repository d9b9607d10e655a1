import type { Letter } from '../../scenario/notation.js';
import type { FlagSetting } from '../../scenario/parse.js';

/** A law or a process written out: `{ distribution: gamma, ... }`. */
export const isLaw = (text = ''): boolean => text.trim().startsWith('{');

/** The law that a letter, a mean and a squared coefficient of variation stand for, as a setting of a scenario. */
export function law(
  name: string,
  path: string,
  { letter, ...more }: Letter,
  mean = '',
  scv = '',
): FlagSetting {
  const flag = `${name} ${mean}`;
  if (letter === 'M' || isLaw(mean)) return { flag, setting: `${path}=${mean}` };
  if (letter === 'D') return { flag, setting: `${path}={ distribution: deterministic, mean: ${mean} }` };
  if ('phases' in more)
    return { flag, setting: `${path}={ distribution: erlang, mean: ${mean}, k: ${more.phases} }` };
  const both = `${flag} ${path === 'service' ? '--scv' : '--patience-scv'} ${scv}`;
  const family =
    letter === 'H2' ? 'distribution: hyperexponential, ' : letter === 'LN' ? 'distribution: lognormal, ' : '';
  return { flag: both, setting: `${path}={ ${family}mean: ${mean}, scv: ${scv} }` };
}
