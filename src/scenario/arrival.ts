import type { z } from 'zod';
import { type ArrivalSpec, processes } from '../arrivals/index.js';
import { choice, isMapping, reference } from './choice.js';
import { distribution } from './distribution.js';
import { kindSchema } from './named-kind.js';
import { nearest } from './nearest.js';
import { quantity } from './quantity.js';
import { alternatives, type Complaint, unknownWord } from './written.js';

/** How the arrivals of a class are written. */
export const arrivals = (about: string): z.ZodType<ArrivalSpec> =>
  reference('arrivals', () => arrivalProcess, about);

const poisson = quantity({
  kind: 'rate',
  exclusiveMin: 0,
  about: 'The rate of a Poisson process.',
}).transform(rate => ({ process: 'poisson', rate }));

const named: Readonly<Record<string, z.ZodType<ArrivalSpec>>> = Object.fromEntries(
  Object.entries(processes).map(([name, kind]) => [
    name,
    kindSchema<ArrivalSpec>('process', kind, distribution),
  ]),
);
const names = Object.keys(named);

/** The definition that `arrivals` refers to. */
export const arrivalProcess = choice<ArrivalSpec>(
  [poisson, ...Object.values(named)],
  meant,
  'How customers arrive. A rate alone is that of a Poisson process.',
);

function meant(value: unknown): z.ZodType<ArrivalSpec> | Complaint {
  if (!isMapping(value)) return poisson;
  const { process } = value;
  if (typeof process === 'string' && Object.hasOwn(named, process)) return named[process];
  if (process !== undefined)
    return { ...unknownWord(process, 'a known arrival process', names), path: ['process'] };
  const slip = Object.keys(value).find(key => nearest(key, ['process']) !== undefined);
  if (slip !== undefined)
    return { message: `"${slip}" is not known here`, suggestion: 'process', path: [slip], at: 'key' };
  return {
    message: '"process" is missing',
    expected: `process: ${alternatives(names)}`,
    path: ['process'],
    at: 'missing',
  };
}
