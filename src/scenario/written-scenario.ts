import type { z } from 'zod';
import { classShape, customerClass } from './customer-class.js';
import { live } from './live.js';
import { collection, list, mapping } from './mapping.js';
import { quantity } from './quantity.js';
import { routes } from './routes/route.js';
import { run } from './run.js';
import { mostThings, station, stationShape } from './station.js';
import { threshold } from './threshold.js';
import { text } from './written.js';

/** The short forms stand at the top: of the only class, of the only station. */
const { service, servers, ...stationOptions } = stationShape;

const shape = {
  name: text('What the scenario is called. Absent: the name of the file.').optional(),
  description: text('What the scenario is about.', 4000).optional(),
  ...classShape,
  service: service.optional(),
  servers: servers.optional(),
  ...stationOptions,
  classes: collection(customerClass, 'classes', mostThings, 'Customers by class.').optional(),
  stations: collection(station, 'stations', mostThings, 'Where customers are served.').optional(),
  routes: routes.optional(),
  run: run.optional(),
  live: live.optional(),
  thresholds: list(threshold, 'thresholds', 'Limits that the answer is held to.').optional(),
  cost: mapping(
    {
      perServerHour: quantity({ kind: 'number', min: 0, about: 'The price of one server for an hour.' }),
      currency: text('The currency of the price, such as EUR.', 10),
    },
    'What servers cost.',
  ).optional(),
  $schema: text('The schema of this file, for editors.').optional(),
};

export const writtenScenario = mapping(
  shape,
  'A queue: who comes, how they are served, and how that is to be found out.',
);

/** What a scenario file says, in SI units; short forms are still short. */
export type WrittenScenario = z.output<typeof writtenScenario>;
