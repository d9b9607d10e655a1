import type { z } from 'zod';
import { choice, isMapping } from '../choice.js';
import { collection, mapping } from '../mapping.js';
import { quantity } from '../quantity.js';
import { backoffShape } from './backoff.js';
import type { SharesByClass } from './spec.js';

/** One share for all classes, or one for each. */
function shares(max: number, about: string): z.ZodType<SharesByClass> {
  const one = quantity({ kind: 'fraction', min: 0, max, about });
  const byClass = collection(one, 'classes', 1000, `${about} By class of customers.`);
  return choice<SharesByClass>(
    [one, byClass] as readonly z.ZodType<SharesByClass>[],
    value => (isMapping(value) ? byClass : one),
    about,
  );
}

/** What can be said of work at a station that does not always succeed. */
export const deliveryShape = {
  failing: shares(
    0.99,
    'Probability that the work on a customer fails, each time anew. Absent: 0.',
  ).optional(),
  poison: shares(0.99, 'Share of the customers on whom the work always fails. Absent: 0.').optional(),
  maxDeliveries: quantity({
    kind: 'integer',
    min: 1,
    max: 1000,
    about:
      'How often a customer is tried, after which it goes to the dead letters. Absent: until it succeeds.',
  }).optional(),
  lease: quantity({
    kind: 'duration',
    exclusiveMin: 0,
    about:
      'The visibility timeout: work that takes longer is delivered again while it goes on, and the first to be done counts. Absent: none.',
  }).optional(),
  redelivery: mapping(
    backoffShape('How long failed work waits until it is tried again, at the back of the queue.'),
    'When failed work is tried again. Absent: at once, at the back of the queue.',
  ).optional(),
};
