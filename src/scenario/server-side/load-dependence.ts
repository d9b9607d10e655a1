import type { z } from 'zod';
import { choice, isMapping } from '../choice.js';
import { list, mapping } from '../mapping.js';
import { quantity } from '../quantity.js';
import type { LoadDependenceSpec } from './type.js';

const byNumber = mapping(
  {
    byNumber: list(
      quantity({ kind: 'number', min: 1e-6, max: 1e6, about: 'A speed, that of one server alone being 1.' }),
      'speeds',
      'The speed of all servers together with 1, 2, 3, ... customers present; the last holds for more.',
    ),
  },
  'A speed by the number of customers present.',
);

const scalability = mapping(
  {
    contention: quantity({
      kind: 'fraction',
      min: 0,
      max: 1,
      about: 'The share of the work that only one can do at a time.',
    }),
    coherence: quantity({
      kind: 'fraction',
      min: 0,
      max: 1,
      about: 'What every pair in service costs to keep in agreement.',
    }),
  },
  'The Universal Scalability Law: n in service together have the speed n / (1 + contention (n - 1) + coherence n (n - 1)).',
);

export const loadDependence = choice<LoadDependenceSpec>(
  [byNumber, scalability] as readonly z.ZodType<LoadDependenceSpec>[],
  value => {
    const law = isMapping(value) && ('contention' in value || 'coherence' in value);
    return (law ? scalability : byNumber) as z.ZodType<LoadDependenceSpec>;
  },
  'How fast the servers are together, by how many customers there are; those in service share the speed equally.',
);
