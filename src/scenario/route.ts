import type { z } from 'zod';
import { choice, isMapping } from './choice.js';
import { collection } from './mapping.js';
import { entrance, exit } from './place.js';
import { quantity } from './quantity.js';
import { mostThings } from './station.js';
import { identifierText } from './written.js';

type Row = Record<string, number>;

const always = identifierText('The one place where customers go next.').transform((to): Row => ({ [to]: 1 }));
const shared = collection(
  quantity({ kind: 'fraction', min: 0, max: 1, about: 'The share of the customers that go there.' }),
  'places',
  mostThings,
  'The share of the customers by the place where they go next.',
);

const row = choice<Row>(
  [always, shared] as readonly z.ZodType<Row>[],
  value => (isMapping(value) ? shared : always),
  `Where customers go next: a station, or "${exit}", or shares of several that sum to 1.`,
);

/** Rows by the place that customers come from. */
export const routes = collection(
  row,
  'places',
  mostThings + 1,
  `Where customers go: from "${entrance}" and from each station.`,
);
