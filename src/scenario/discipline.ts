import type { z } from 'zod';
import { choice, isMapping } from './choice.js';
import { disciplines } from './disciplines.js';
import { distribution } from './distribution.js';
import { mapping } from './mapping.js';
import { quantity } from './quantity.js';
import type { DisciplineSpec } from './type.js';
import { type Complaint, oneOf, only, type Reading, unknownWord, written } from './written.js';

type Schema = z.ZodType<DisciplineSpec>;

/** What becomes of an interrupted service. */
const interrupting = (name: keyof typeof disciplines): Schema =>
  mapping(
    {
      discipline: only(name, 'The order of service.'),
      interrupted: oneOf(
        {
          restart: 'the same service begins anew (preemptive repeat identical)',
          resample: 'a service drawn anew begins (preemptive repeat different)',
        },
        'something that becomes of an interrupted service',
        'What is done when it is the turn of an interrupted customer again. Absent: its service goes on where it stopped.',
      ).optional(),
    },
    disciplines[name],
  ) as Schema;

/** Disciplines of which more can be said than their name. */
const withParameters: Readonly<Record<string, Schema>> = {
  'limited-ps': mapping(
    {
      discipline: only('limited-ps', 'The order of service.'),
      limit: quantity({ kind: 'integer', min: 1, max: 1e6, about: 'Most customers who share the servers.' }),
    },
    disciplines['limited-ps'],
  ) as Schema,
  'lcfs-preemptive': interrupting('lcfs-preemptive'),
  'priority-preemptive': interrupting('priority-preemptive'),
  'edf-preemptive': interrupting('edf-preemptive'),
  polling: mapping(
    {
      discipline: only('polling', 'The order of service.'),
      visits: oneOf(
        { gated: 'those there when it begins', exhaustive: 'all until the line is empty' },
        'a kind of visit',
        'Whom a visit serves.',
      ),
      switchOver: distribution(
        'How long the server takes from one line to the next. Absent: no time.',
      ).optional(),
    },
    disciplines.polling,
  ) as Schema,
};

/** Those that cannot be said by their name alone. */
const complete: Readonly<Record<string, string>> = {
  'limited-ps': '{ discipline: limited-ps, limit: 4 }',
  polling: '{ discipline: polling, visits: exhaustive, switchOver: 5ms }',
};

const word = written(
  {
    type: 'string',
    enum: Object.keys(disciplines).filter(name => !Object.hasOwn(complete, name)),
    description: Object.entries(disciplines)
      .map(([name, about]) => `${name}: ${about}.`)
      .join(' '),
  },
  (value): Reading<DisciplineSpec> => {
    if (typeof value !== 'string' || !Object.hasOwn(disciplines, value))
      return { ok: false, ...unknown(value) };
    if (!Object.hasOwn(complete, value)) return { ok: true, value: { discipline: value } };
    return { ok: false, message: `"${value}" alone says too little`, expected: complete[value] };
  },
);

/** A plain discipline may be written as a mapping too: `{ discipline: fcfs }`. */
const plain = mapping(
  { discipline: oneOf(disciplines, 'a known discipline', 'The order of service.') },
  'A discipline without parameters.',
) as Schema;

/** The order of service: a word, or a mapping where it has parameters. */
export const discipline = choice<DisciplineSpec>(
  [word, plain, ...Object.values(withParameters)],
  value => {
    if (!isMapping(value)) return word;
    const { discipline: name } = value;
    if (name === undefined) return plain;
    if (typeof name !== 'string' || !Object.hasOwn(disciplines, name))
      return { ...unknown(name), path: ['discipline'] };
    return withParameters[name] ?? plain;
  },
  'The order of service.',
);

const unknown = (value: unknown): Complaint =>
  unknownWord(value, 'a known discipline', Object.keys(disciplines));
