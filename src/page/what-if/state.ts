import type { Scenario } from '../../scenario/type.js';
import { type Field, read } from './field.js';

/** What was typed into the fields that were changed, by their ids: the whole state of a what-if. */
export type State = Readonly<Record<string, string>>;

/** The state as the end of the page's address, so that a link shares it: `arrivals=130/s&servers=5`. */
export const fragmentOf = (state: State): string =>
  Object.entries(state)
    .map(parts => parts.map(encodeURIComponent).join('=').replaceAll('%2F', '/'))
    .join('&');

/** The inverse; what is no field of this page is left out. */
export function stateIn(fragment: string, fields: readonly Field[]): State {
  const given = new URLSearchParams(fragment.replace(/^#/, '').replaceAll('+', '%2B'));
  return Object.fromEntries([...given].filter(([id]) => fields.some(field => field.id === id)));
}

/** The scenario with every field as typed. @throws RangeError that says which is wrong, and what was expected */
export function scenarioWith(base: Scenario, fields: readonly Field[], state: State): Scenario {
  const scenario = fields
    .filter(({ id }) => Object.hasOwn(state, id))
    .reduce((before, field) => field.put(before, read(field, state[field.id])), base);
  for (const [name, { servers, capacity, backlog = 0 }] of Object.entries(scenario.stations)) {
    const first = Object.values(typeof backlog === 'number' ? [backlog] : backlog).reduce((a, b) => a + b, 0);
    if (capacity !== undefined && capacity < first)
      throw new RangeError(
        `station ${name}: a capacity of ${capacity} is less than the ${first} customers who are there at the start`,
      );
    if (typeof servers === 'number' && capacity !== undefined && capacity < servers)
      throw new RangeError(
        `station ${name}: a capacity of ${capacity} is less than the ${servers} servers; the customers in service count in`,
      );
  }
  return scenario;
}
