import { gginf } from '../models/gginf.js';
import { alike } from './alike.js';
import type { StationAnswer } from './answerer.js';
import type { StationCase } from './case.js';

/** A server for everyone: nobody waits, so nobody gives up, and another server is always there. */
export function nobodyWaits(given: StationCase): StationAnswer | undefined {
  if (given.servers !== Number.POSITIVE_INFINITY || gginf.covers(given) !== true) return undefined;
  const answer = gginf.solve(given);
  return { ...answer, by: gginf, byClass: alike(given, answer) };
}
