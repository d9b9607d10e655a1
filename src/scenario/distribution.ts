import type { z } from 'zod';
import {
  type DistributionSpec,
  families,
  fromMeanAndScv,
  lognormalThrough,
  ParameterError,
} from '../distributions/index.js';
import { choice, isMapping, reference } from './choice.js';
import { mapping } from './mapping.js';
import { kindSchema } from './named-kind.js';
import { nearest } from './nearest.js';
import { quantity } from './quantity.js';
import { type Complaint, issueOf, unknownWord } from './written.js';

/** Keys by which a mapping is known to be a distribution, and not one for each class. */
export const lawWords = ['distribution', 'mean', 'scv'] as const;

/** Whether this mapping was meant as one distribution. */
export const isLaw = (value: Readonly<Record<string, unknown>>): boolean =>
  slipOf(value) !== undefined || hasPercentiles(value) || lawWords.some(word => Object.hasOwn(value, word));

const hasPercentiles = (value: Readonly<Record<string, unknown>>): boolean =>
  percentileKeys.some(key => Object.hasOwn(value, key));

/** A key that was probably meant to be `distribution`. */
const slipOf = (value: Readonly<Record<string, unknown>>): string | undefined =>
  Object.keys(value).find(key => nearest(key, ['distribution']) !== undefined);

/** How a distribution is written, wherever one stands. */
export const distribution = (about: string): z.ZodType<DistributionSpec> =>
  reference('distribution', () => law, about);

const mean = quantity({ kind: 'duration', exclusiveMin: 0, about: 'The mean.' });

const exponential = quantity({
  kind: 'duration',
  exclusiveMin: 0,
  about: 'The mean of an exponential distribution.',
}).transform(seconds => ({ distribution: 'exponential', mean: seconds }));

const twoMoments = mapping(
  { mean, scv: quantity({ kind: 'number', min: 0, about: 'Squared coefficient of variation.' }) },
  'The usual distribution of this mean and variability: deterministic at scv 0, Erlang mixture, exponential at 1, hyperexponential.',
).transform((written, context) => orComplain(context, () => fromMeanAndScv(written.mean, written.scv)));

const knownPercentiles = [10, 25, 50, 75, 90, 95, 99, 99.9] as const;
const percentileKeys = knownPercentiles.map(percent => `p${percent}`);

const percentiles = mapping(
  Object.fromEntries(
    knownPercentiles.map(percent => [
      `p${percent}`,
      quantity({
        kind: 'duration',
        exclusiveMin: 0,
        about: `The time that ${percent} of 100 draws do not exceed.`,
      }).optional(),
    ]),
  ),
  'The lognormal distribution nearest to these percentiles, of which there are two or more.',
).transform((written, context) =>
  orComplain(context, () =>
    lognormalThrough(
      knownPercentiles.flatMap(percent => {
        const time = written[`p${percent}`] as number | undefined;
        return time === undefined ? [] : [{ p: percent / 100, time }];
      }),
    ),
  ),
);

/** A law, or why these numbers make none. */
function orComplain(context: z.RefinementCtx, make: () => DistributionSpec): DistributionSpec {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const { parameter, expected } = error;
    const message = `"${parameter}" cannot have this value`;
    context.addIssue(issueOf({ message, expected, path: parameter === 'percentiles' ? [] : [parameter] }));
    return undefined as never;
  }
}

const named: Readonly<Record<string, z.ZodType<DistributionSpec>>> = Object.fromEntries(
  Object.entries(families).map(([name, family]) => [
    name,
    kindSchema<DistributionSpec>('distribution', family, distribution),
  ]),
);

/** The definition that `distribution` refers to. */
export const law = choice<DistributionSpec>(
  [exponential, twoMoments, percentiles, ...Object.values(named)],
  meant,
  'A distribution of times. A duration alone is the mean of an exponential one.',
);

function meant(value: unknown): z.ZodType<DistributionSpec> | Complaint {
  if (!isMapping(value)) return exponential;
  const { distribution: name } = value;
  if (name === undefined) return withoutName(value);
  if (typeof name === 'string' && Object.hasOwn(named, name)) return named[name];
  return { ...unknownWord(name, 'a known distribution', Object.keys(named)), path: ['distribution'] };
}

function withoutName(value: Readonly<Record<string, unknown>>): z.ZodType<DistributionSpec> | Complaint {
  const slip = slipOf(value);
  if (slip === undefined && ('mean' in value || 'scv' in value)) return twoMoments;
  if (slip === undefined && hasPercentiles(value)) return percentiles;
  const message = slip === undefined ? '"distribution" is missing' : `"${slip}" is not known here`;
  return slip === undefined
    ? {
        message,
        expected: 'distribution: ... with its parameters, mean and scv, or percentiles',
        path: ['distribution'],
        at: 'missing',
      }
    : { message, suggestion: 'distribution', path: [slip], at: 'key' };
}
