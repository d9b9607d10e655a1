import type { z } from 'zod';
import { deliveryShape } from './attempts/written-deliveries.js';
import { backlog } from './backlog/written-backlog.js';
import { baulking } from './baulking/written-baulking.js';
import { choice, isMapping } from './choice.js';
import { discipline } from './discipline.js';
import { distribution, isLaw } from './distribution.js';
import { collection, mapping } from './mapping.js';
import { quantity } from './quantity.js';
import { serverSideShape } from './server-side/shape.js';
import { mostServers } from './server-side/type.js';
import type { DistributionSpec } from './type.js';
import { named, oneOf, type Reading, written } from './written.js';

/** More stations or classes than this are a mistake: nobody writes them by hand. */
export const mostThings = 1000;

const servers = written(
  {
    anyOf: [{ type: 'integer', minimum: 1, maximum: mostServers }, { const: 'infinite' }],
    description: 'How many customers are served at once. "infinite" serves everyone on arrival.',
  },
  (value): Reading<number | 'infinite'> => {
    if (value === 'infinite') return { ok: true, value };
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostServers)
      return { ok: true, value };
    const expected = `a whole number from 1 to ${mostServers}, or infinite`;
    if (value === undefined || value === null) return { ok: false, message: 'nothing stands here', expected };
    return { ok: false, message: `${named(value)} is not a number of servers`, expected };
  },
);

const oneLaw = distribution('The time that a customer is served.');
const byClass = collection(oneLaw, 'classes', mostThings, 'The time of service by class of customers.');

const service = choice<DistributionSpec | Record<string, DistributionSpec>>(
  [oneLaw, byClass] as readonly z.ZodType<DistributionSpec | Record<string, DistributionSpec>>[],
  value => (isMapping(value) && !isLaw(value) ? byClass : oneLaw),
  'The time that a customer is served: one distribution, or one for each class.',
);

/** What can be said of a station. In a scenario of one station these keys stand at the top. */
export const stationShape = {
  servers,
  service,
  discipline: discipline.optional(),
  capacity: quantity({
    kind: 'integer',
    min: 1,
    about: 'Most customers in the station, those in service included. Absent: no limit.',
  }).optional(),
  whenFull: oneOf(
    {
      drop: 'it is lost',
      block: 'it stays where it is and holds its server there; from outside it is lost',
      retry: 'it comes back later, as its class says',
    },
    'something that can happen',
    'What happens to a customer that finds the station full.',
  ).optional(),
  breakdowns: mapping(
    {
      upTime: distribution('How long a server works until it breaks down.'),
      repairTime: distribution('How long the repair takes.'),
      while: oneOf(
        { always: 'it ages whether it works or not', serving: 'it ages only while it works' },
        'a time in which servers break down',
        'When a server can break down. Absent: always.',
      ).optional(),
    },
    'Servers that break down and are repaired.',
  ).optional(),
  ...deliveryShape,
  baulking: baulking.optional(),
  backlog: backlog.optional(),
  ...serverSideShape,
};

export const station = mapping(stationShape, 'A place where customers queue and are served.');
export type WrittenStation = z.output<typeof station>;
