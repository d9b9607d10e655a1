import type { Stream } from '../../../../random/index.js';
import type { Population } from '../population.js';

/** The customers who wait at a station, and the order in which they are taken: a non-preemptive discipline. */
export interface WaitingLine {
  readonly size: number;
  push(customer: number): void;
  /** The customer to be served next; the line must not be empty. */
  shift(): number;
}

/** What a discipline may look at. */
export interface LineContext {
  readonly population: Population;
  /** By class number: higher goes first. */
  readonly priorities: readonly number[];
  /** By class number: seconds from entering the system until due; Infinity: no hurry. */
  readonly dues: readonly number[];
  /** By class number: share of the speed beside the others, the smallest 1. */
  readonly weights: readonly number[];
  /** For disciplines that leave the order to chance. */
  readonly stream: Stream;
}
