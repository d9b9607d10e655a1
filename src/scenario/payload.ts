import type { z } from 'zod';
import { type DistributionSpec, families, type Parameter } from '../distributions/index.js';
import { choice, isMapping } from './choice.js';
import { distribution } from './distribution.js';
import { type Kind, kindSchema } from './named-kind.js';
import type { WrittenParameter } from './parameter.js';
import { quantity } from './quantity.js';
import { type Complaint, unknownWord } from './written.js';

const about =
  'Bytes of each message, beyond the header of the harness: all alike, or drawn from a law of sizes.';

/** Bytes: brokers and clients bear no longer messages without being told to. */
export const longestPayload = 16_777_216;

const fixed = quantity({ kind: 'bytes', min: 0, max: longestPayload, about: 'Of every message.' });

/** What a parameter of a family is where the law is one of sizes; those of other kinds make no law of sizes. */
const kinds: Readonly<Partial<Record<Parameter['kind'], WrittenParameter['kind']>>> = {
  duration: 'bytes',
  durations: 'sizes',
  number: 'number',
  numbers: 'numbers',
  integer: 'integer',
  fraction: 'fraction',
  fractions: 'fractions',
};

/** The forms of the family that need nothing but sizes and plain numbers; undefined where there is none. */
function ofSizes(family: Kind): Kind | undefined {
  const parameters = Object.fromEntries(
    Object.entries(family.parameters).flatMap(([name, parameter]) => {
      const kind = kinds[parameter.kind as Parameter['kind']];
      return kind ? [[name, { ...parameter, kind }]] : [];
    }),
  );
  const forms = family.forms.filter(form => form.every(name => Object.hasOwn(parameters, name)));
  return forms.length > 0 ? { ...family, parameters, forms } : undefined;
}

const laws: Readonly<Record<string, z.ZodType<DistributionSpec>>> = Object.fromEntries(
  Object.entries(families).flatMap(([name, family]) => {
    const sizes = ofSizes(family);
    return sizes ? [[name, kindSchema<DistributionSpec>('distribution', sizes, distribution)]] : [];
  }),
);

/** The payload of the messages of a live run. */
export const payload = choice<number | DistributionSpec>([fixed, ...Object.values(laws)], meant, about);

function meant(value: unknown): z.ZodType<number | DistributionSpec> | Complaint {
  if (!isMapping(value)) return fixed;
  const { distribution: name } = value;
  if (typeof name === 'string' && Object.hasOwn(laws, name)) return laws[name];
  return { ...unknownWord(name, 'a law of sizes', Object.keys(laws)), path: ['distribution'] };
}
