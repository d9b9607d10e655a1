import type { z } from 'zod';
import type { DistributionSpec, Parameter, ParameterValue } from '../distributions/index.js';
import { list } from './mapping.js';
import { quantity } from './quantity.js';
import { text } from './written.js';

/** How a distribution is written, with a line about what it is here. */
export type DistributionSchema = (about: string) => z.ZodType<DistributionSpec>;

const longestPath = 1000;

/** A parameter as it is written: of a law of sizes, lengths of time are sizes in bytes. */
export interface WrittenParameter extends Omit<Parameter, 'kind'> {
  readonly kind: Parameter['kind'] | 'bytes' | 'sizes';
}

/** How a parameter of a distribution or an arrival process is written. */
export function parameterSchema(
  parameter: WrittenParameter,
  distribution: DistributionSchema,
): z.ZodType<ParameterValue> {
  const { kind, about } = parameter;
  switch (kind) {
    case 'distribution':
      return distribution(about);
    case 'distributions':
      return list(distribution('One of them.'), 'distributions', about);
    case 'durations':
      return list(quantity({ ...parameter, kind: 'duration' }), kind, about);
    case 'sizes':
      return list(quantity({ ...parameter, kind: 'bytes' }), kind, about);
    case 'rates':
      return list(quantity({ ...parameter, kind: 'rate' }), kind, about);
    case 'numbers':
      return list(quantity({ ...parameter, kind: 'number' }), kind, about);
    case 'fractions':
      return list(quantity({ ...parameter, kind: 'fraction' }), kind, about);
    case 'file':
    case 'text':
      return text(about, longestPath);
    default:
      return quantity({ ...parameter, kind });
  }
}
