import type { z } from 'zod';
import { choice, isMapping } from '../choice.js';
import { list, mapping } from '../mapping.js';
import { quantity } from '../quantity.js';
import { oneOf } from '../written.js';
import type { SpeedsSpec } from './type.js';

const each = list(
  quantity({
    kind: 'number',
    min: 1e-6,
    max: 1e6,
    about: 'A speed: a service of 1 s takes 0.5 s at speed 2.',
  }),
  'speeds',
  'The speed of each server.',
);

const withChoice = mapping(
  {
    of: each,
    choose: oneOf(
      {
        fastest: 'the fastest of them',
        random: 'each with the same probability',
        'longest-idle': 'the one that is idle longest',
      },
      'a way to choose a server',
      'Which of the idle servers a customer takes.',
    ).optional(),
  },
  'Servers of different speed, and which of them a customer takes that finds several idle.',
);

const byDefault = (written: Partial<SpeedsSpec>): SpeedsSpec => ({
  of: written.of ?? [],
  choose: written.choose ?? 'fastest',
});

/** `speeds: [2, 1, 1]`, or with the choice among idle servers. */
export const speeds = choice<SpeedsSpec>(
  [
    each.transform((of): SpeedsSpec => byDefault({ of })),
    withChoice.transform((written): SpeedsSpec => byDefault(written as Partial<SpeedsSpec>)),
  ] as readonly z.ZodType<SpeedsSpec>[],
  value =>
    (isMapping(value)
      ? withChoice.transform(written => byDefault(written as Partial<SpeedsSpec>))
      : each.transform(of => byDefault({ of }))) as z.ZodType<SpeedsSpec>,
  'Servers of different speed: the speed of each, the fastest idle one first, or with the choice among idle ones.',
);
