import type { z } from 'zod';
import { type DistributionSpec, families, fromMeanAndScv, ParameterError } from '../distributions/index.js';
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
  slipOf(value) !== undefined || lawWords.some(word => Object.hasOwn(value, word));

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
).transform((written, context): DistributionSpec => {
  try {
    return fromMeanAndScv(written.mean, written.scv);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const { parameter, expected } = error;
    context.addIssue(
      issueOf({ message: `"${parameter}" cannot have this value`, expected, path: [parameter] }),
    );
    return undefined as never;
  }
});

const named: Readonly<Record<string, z.ZodType<DistributionSpec>>> = Object.fromEntries(
  Object.entries(families).map(([name, family]) => [
    name,
    kindSchema<DistributionSpec>('distribution', family, distribution),
  ]),
);

/** The definition that `distribution` refers to. */
export const law = choice<DistributionSpec>(
  [exponential, twoMoments, ...Object.values(named)],
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
  const message = slip === undefined ? '"distribution" is missing' : `"${slip}" is not known here`;
  return slip === undefined
    ? {
        message,
        expected: 'distribution: ... with its parameters, or mean and scv',
        path: ['distribution'],
        at: 'missing',
      }
    : { message, suggestion: 'distribution', path: [slip], at: 'key' };
}
