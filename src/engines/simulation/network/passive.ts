import type { Station } from './station.js';

/** A place of the network that serves nobody. */
export const passive = (does: Partial<Station>): Station => ({
  present: 0,
  enter() {},
  finish() {},
  attained: () => 0,
  ...does,
});
