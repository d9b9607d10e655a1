import type { z } from 'zod';
import { arrivals } from './arrival.js';
import { distribution } from './distribution.js';
import { mapping } from './mapping.js';
import { quantity } from './quantity.js';

/** What can be said of a class of customers. In a scenario of one class these keys stand at the top. */
export const classShape = {
  arrivals: arrivals('How customers arrive.'),
  patience: distribution('How long a customer waits before it gives up.').optional(),
  retry: mapping(
    {
      delay: distribution('How long a customer that was turned away stays away.'),
      maxAttempts: quantity({ kind: 'integer', min: 1, max: 1e6, about: 'How often it comes at most.' }),
    },
    'Customers that are turned away come back.',
  ).optional(),
};

export const customerClass = mapping(
  {
    ...classShape,
    priority: quantity({
      kind: 'integer',
      min: -1e6,
      max: 1e6,
      about: 'Higher goes first. Absent: 0.',
    }).optional(),
  },
  'Customers of one kind.',
);
export type WrittenClass = z.output<typeof customerClass>;
