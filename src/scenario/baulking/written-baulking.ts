import type { z } from 'zod';
import { choice, isMapping } from '../choice.js';
import { list, mapping } from '../mapping.js';
import { quantity } from '../quantity.js';
import type { BaulkingSpec } from '../type.js';
import { oneOf } from '../written.js';

const discouraged = oneOf(
  { discouraged: 'of those who find n customers, one in n + 1 comes in' },
  'a way to baulk',
  'Arrivals the rarer the longer the queue.',
) as z.ZodType<BaulkingSpec>;

const rule = mapping(
  {
    from: quantity({
      kind: 'integer',
      min: 1,
      max: 1e9,
      about: 'Nobody comes in who finds so many customers, those in service counted in.',
    }).optional(),
    joining: list(
      quantity({ kind: 'fraction', min: 0, max: 1, about: 'The probability of coming in.' }),
      'probabilities',
      'The probability of coming in for those who find nobody, one customer, two and so on; the last is that of all more.',
    ).optional(),
  },
  'Who comes in, by the number of customers found.',
).superRefine(({ from, joining }, context) => {
  if ((from === undefined) === (joining === undefined))
    context.addIssue({
      code: 'custom',
      message: from === undefined ? 'it is not said who baulks' : 'it is said twice who baulks',
      params: { expected: 'from: 10, or joining: [100%, 80%, 50%]' },
    });
}) as unknown as z.ZodType<BaulkingSpec>;

/** Customers who do not come in when they see how many are there. */
export const baulking = choice<BaulkingSpec>(
  [discouraged, rule],
  value => (isMapping(value) ? rule : discouraged),
  'Customers who turn away when they see how many are there: discouraged, from a number on, or by probabilities.',
);
