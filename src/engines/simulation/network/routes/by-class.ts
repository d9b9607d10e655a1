import type { Population } from '../population.js';
import type { Route } from '../station.js';

/** Each class goes its own way. @param routes by class number */
export const byClass = (population: Population, routes: readonly Route[]): Route => ({
  next: customer => routes[population.class[customer]].next(customer),
});
