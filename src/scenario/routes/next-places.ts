import type { Branch, Branches, Fork, Onward, Route, Strategy } from '../type.js';

/** What customers of one class do at a place. */
export const onwardOf = (route: Route, className: string): Onward =>
  isByClass(route) ? route.byClass[className] : route;

/** The routes of a place: one, or one for each class. */
export const rowsOf = (route: Route): readonly Onward[] =>
  isByClass(route) ? Object.values(route.byClass) : [route];

/** Where customers may go next; the shares are absent where a strategy decides, or they go several ways. */
export function nextPlaces(onward: Onward): readonly (Omit<Branch, 'share'> & { readonly share?: number })[] {
  if (isStrategy(onward)) return onward.to.map(to => ({ to }));
  if (isFork(onward)) return [...onward.fork, onward.next].map(to => ({ to }));
  return branchesOf(onward).filter(({ share }) => share > 0);
}

/** The branches of a route that falls by chance. */
export const branchesOf = (onward: Exclude<Onward, Strategy | Fork>): readonly Branch[] =>
  isBranches(onward) ? onward.branches : Object.entries(onward).map(([to, share]) => ({ to, share }));

/** Whether customers of every class leave from here, for good and as what they are. */
export const onlyTo = (route: Route, place: string): boolean =>
  rowsOf(route).every(row => nextPlaces(row).every(({ to, as }) => to === place && as === undefined));

// A station may be called "strategy": its share is a number.
export const isByClass = (route: Route): route is Extract<Route, { byClass: object }> =>
  'byClass' in route && typeof route.byClass === 'object';
export const isStrategy = (onward: Onward): onward is Strategy =>
  'strategy' in onward && typeof onward.strategy === 'string';
export const isFork = (onward: Onward): onward is Fork => 'fork' in onward && Array.isArray(onward.fork);
export const isBranches = (onward: Onward): onward is Branches =>
  'branches' in onward && Array.isArray(onward.branches);
