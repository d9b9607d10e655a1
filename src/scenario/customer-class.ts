import type { z } from 'zod';
import { arrivals } from './arrival.js';
import { backoffShape } from './attempts/backoff.js';
import { distribution } from './distribution.js';
import { mapping } from './mapping.js';
import { quantity } from './quantity.js';

/** What can be said of a class of customers. In a scenario of one class these keys stand at the top. */
export const classShape = {
  arrivals: arrivals('How customers arrive from outside.').optional(),
  clients: quantity({
    kind: 'integer',
    min: 1,
    max: 1e6,
    about: 'In place of arrivals: how many clients there are, who wait for one answer before they ask again.',
  }).optional(),
  think: distribution(
    'How long a client thinks between an answer and its next request. Absent: not at all.',
  ).optional(),
  patience: distribution('How long a customer waits before it gives up.').optional(),
  timeout: quantity({
    kind: 'duration',
    exclusiveMin: 0,
    about:
      'How long a client waits for its answer before it gives the request up, which is still served for nothing. With retry it sends another.',
  }).optional(),
  retry: mapping(
    {
      ...backoffShape('How long it takes until a customer comes again.'),
      maxAttempts: quantity({ kind: 'integer', min: 1, max: 1e6, about: 'How often it comes at most.' }),
    },
    'Customers come again who find no room (whenFull: retry), whose patience ends or whose request times out.',
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
    due: quantity({
      kind: 'duration',
      exclusiveMin: 0,
      about: 'How long after it entered a customer ought to be served, for edf. Absent: after all others.',
    }).optional(),
    weight: quantity({
      kind: 'number',
      min: 1e-6,
      max: 1e6,
      about: 'Share of the speed beside those of other classes, for dps. Absent: 1.',
    }).optional(),
  },
  'Customers of one kind.',
);

/** Everything that can be said of a class. */
export const classKeys: readonly string[] = Object.keys(customerClass.shape);

export type WrittenClass = z.output<typeof customerClass>;
