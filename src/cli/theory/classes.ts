import type { Notation } from '../../scenario/notation.js';
import type { FlagSetting } from '../../scenario/parse.js';
import { Problem } from '../problem.js';
import type { TheoryArguments } from './arguments.js';
import { isLaw, law } from './law.js';

/** `10/s,20/s`: of several classes. */
export const lists = ({ arrivals = '', service = '' }: TheoryArguments): boolean =>
  [arrivals, service].some(text => !isLaw(text) && text.includes(','));

/** One class for each rate, the most urgent first. @throws Problem unless there are as many services as rates, or one */
export function settingsOfClasses(
  { arrivals, service, servers, capacity, discipline, text }: Notation,
  args: TheoryArguments,
  own: (setting: string) => FlagSetting,
): FlagSetting[] {
  const split = (flag: string, list = ''): string[] => {
    const parts = list.split(',').map(part => part.trim());
    if (parts.includes('')) throw new Problem(`${flag} ${list}: something is missing beside a comma`);
    return parts;
  };
  const rates = split('--arrivals', args.arrivals);
  const means = isLaw(args.service) ? [args.service ?? ''] : split('--service', args.service);
  if (means.length > 1 && means.length !== rates.length)
    throw new Problem(
      `--service ${args.service}: expected one for each of ${rates.length} rates of --arrivals`,
    );
  if (arrivals.letter !== 'M')
    throw new Problem(
      `${text}: classes come as Poisson processes; expected M/${text.split('/').slice(1).join('/')}`,
    );
  const laws = rates.map((_, k) => law('--service', 'service', service, means[k % means.length], args.scv));
  const names = rates.map((_, k) => `class ${k + 1}`);
  const lawIn = ({ setting }: FlagSetting): string => setting.slice(setting.indexOf('=') + 1);
  return [
    {
      flag: `--arrivals ${args.arrivals}`,
      setting: `classes={ ${names.map((name, k) => `${name}: { arrivals: ${rates[k]}, priority: ${rates.length - k} }`).join(', ')} }`,
    },
    {
      flag: laws.length > 0 ? `--service ${args.service}` : text,
      setting: `service={ ${names.map((name, k) => `${name}: ${lawIn(laws[k])}`).join(', ')} }`,
    },
    own(`servers=${servers}`),
    own(`discipline=${discipline}`),
    ...(capacity === undefined ? [] : [own(`capacity=${capacity}`)]),
  ];
}
