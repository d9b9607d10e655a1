import type { DistributionSpec } from '../../distributions/contract.js';

/** What servers do besides serving one customer after the other at one speed. Of these a station has one at most. */
export interface ServerSide {
  readonly schedule?: ScheduleSpec;
  readonly autoscaling?: AutoscalingSpec;
  readonly speeds?: SpeedsSpec;
  readonly loadDependence?: LoadDependenceSpec;
  readonly whenIdle?: WhenIdleSpec;
  readonly batchService?: BatchServiceSpec;
}

/** The number of servers over time; until the first change, and from each end of the period, it is `servers`. */
export interface ScheduleSpec {
  /** In the order of time. */
  readonly changes: readonly { readonly at: number; readonly servers: number }[];
  /** Seconds after which all begins again. Absent: the last change holds for ever. */
  readonly period?: number;
}

/** What an autoscaler looks at. */
export type Signal = 'queue-length' | 'number-in-system' | 'oldest-age' | 'utilisation' | 'arrival-rate';

/** Servers asked for and given back by what the station looks like; at first there are `servers`. */
export interface AutoscalingSpec {
  readonly signal: Signal;
  /** In the unit of the signal: customers, seconds, a fraction, customers per second. */
  readonly target: number;
  /** 'average-value': wanted = ceil(signal / target); 'value': wanted = ceil(servers asked for x signal / target). */
  readonly targetType: 'average-value' | 'value';
  /** Seconds from one look to the next; the first is so long after the start. */
  readonly every: number;
  /** How long a server takes from being asked for until it serves. Absent: no time. */
  readonly startUp?: DistributionSpec;
  /** Seconds after any change in which no server is given back. Absent: 0. */
  readonly coolDown?: number;
  /** Seconds: no fewer servers are kept than the most that were wanted in the time before. Absent: 0. */
  readonly stabilisation?: number;
  /** Nothing changes while signal / target, for each server with 'average-value', is as near to 1. Absent: 0. */
  readonly tolerance?: number;
  readonly min: number;
  /** Absent: no limit but that of `servers`. */
  readonly max?: number;
}

/** Servers of different speed: a service takes its time over the speed. */
export interface SpeedsSpec {
  /** Of each server. */
  readonly of: readonly number[];
  /** Which of the idle servers a customer takes. */
  readonly choose: 'fastest' | 'random' | 'longest-idle';
}

/**
 * The speed of all servers together, that of one server alone being 1; those in service share it equally.
 * By the number present (the last holds beyond), or by the number in service n as n / (1 + σ (n - 1) + κ n (n - 1)),
 * the Universal Scalability Law.
 */
export type LoadDependenceSpec =
  | { readonly byNumber: readonly number[] }
  | { readonly contention: number; readonly coherence: number };

/** What a server does when nobody waits. */
export interface WhenIdleSpec {
  /** It is switched off, and takes so long until it serves again. */
  readonly setUp?: DistributionSpec;
  /** With `setUp`: how long it stays on before. Absent: no time. */
  readonly delayOff?: DistributionSpec;
  /** It stops until so many customers wait. */
  readonly startAt?: number;
  /** It goes away for so long. */
  readonly vacation?: DistributionSpec;
  /** With `vacation`: whether it goes again when it finds nobody. */
  readonly vacations?: 'single' | 'multiple';
}

/** Each server serves several customers together, in the time of one service. */
export interface BatchServiceSpec {
  /** Most customers of a batch. */
  readonly size: number;
  /** A server waits until so many are there. Absent: 1. */
  readonly minimum?: number;
  /** What those do who come while a batch is served: join it while it has room, or wait. Absent: 'wait'. */
  readonly latecomers?: 'wait' | 'join';
}

/** The kinds, by their keys. */
export const serverSideKeys = [
  'schedule',
  'autoscaling',
  'speeds',
  'loadDependence',
  'whenIdle',
  'batchService',
] as const satisfies readonly (keyof ServerSide)[];

/** More servers than this nobody has. */
export const mostServers = 1_000_000;
