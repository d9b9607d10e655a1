import type { RedisArguments } from '../redis-url.js';

/** What `sojourn bench` was told. */
export interface BenchArguments extends RedisArguments {
  readonly scenario?: string;
  readonly broker?: string;
  readonly consumers?: string;
  readonly payload?: string;
  readonly inFlight: string;
  readonly seconds: string;
  /** Look for the highest rate that meets these. */
  readonly target: string[];
  readonly tryFor: string;
  /** Put the scenario to several queues in turn, and say which is best at what. */
  readonly compare: boolean;
  readonly rounds?: string;
  readonly kill: boolean;
  readonly workers: number;
  readonly set: string[];
  readonly seed?: string;
  readonly json: boolean;
}
