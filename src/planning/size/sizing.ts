import type { Within } from '../../result/question.js';
import type { EngineName, Estimate, Share, Warning } from '../../result/result.js';
import type { Scenario } from '../../scenario/type.js';
import type { Cost } from '../cost.js';
import type { Decision } from '../decide.js';
import type { DrainQuestion } from '../drain/drain.js';

/** How a number of servers does. */
export interface SizeRow {
  readonly servers: number;
  readonly decision: Decision;
  /** Each target by its text. */
  readonly targets: readonly { readonly text: string; readonly decision: Decision }[];
  /** Erlangs for each server; 1 or more cannot be kept up with. Absent: not finite. */
  readonly load?: number;
  /** Mean busy fraction of a server. */
  readonly utilisation?: number;
  /** Measures and percentiles by name; of an unstable station how fast its queue grows. */
  readonly measures: Readonly<Record<string, Estimate>>;
  readonly within: readonly Share[];
  readonly cost?: Cost;
  readonly engine: EngineName;
  readonly model?: string;
}

/** How much the arrivals may grow with the servers found, those to spare out of service. */
export interface Headroom {
  /** Customers per second, and times as many as now, at which the targets are still met. */
  readonly arrivalRate: number;
  readonly factor: number;
  /** The next point looked at, where they were not; absent: none was found. */
  readonly breaks?: {
    readonly arrivalRate: number;
    readonly factor: number;
    /** Targets that fail there, or are not proven. */
    readonly targets: readonly string[];
    readonly decision: Decision;
  };
  /** From this rate on the queue grows without end; absent where arrivals are turned away or give up. */
  readonly saturation?: number;
  /** How long it lasts when the arrivals grow at this pace. */
  readonly lasts?: Growth & { readonly periods: number };
}

export interface Sizing {
  readonly outcome: 'met' | 'inconclusive' | 'impossible';
  /** The smallest number known to meet the targets, and those to spare. */
  readonly servers?: number;
  /** How many of them may be out of service while the targets still hold; absent: nobody asked for any. */
  readonly spare?: number;
  /** Why there is none, or between which numbers the answer lies. */
  readonly reason?: string;
  /** What is to be over in time, and how many servers see to that; absent: nobody asked. */
  readonly clears?: DrainQuestion & { readonly servers?: number };
  readonly station: string;
  readonly targets: readonly string[];
  readonly arrivalRate: number;
  /** Mean number of servers that the work keeps busy. */
  readonly offeredLoad?: number;
  /** What is taken for the service time: mean in seconds. Absent where classes differ. */
  readonly service?: { readonly mean: number; readonly scv?: number };
  readonly headroom?: Headroom;
  readonly table: readonly SizeRow[];
  readonly engine?: EngineName;
  readonly warnings: readonly Warning[];
  /** The scenario with the servers found. */
  readonly scenario: Scenario;
}

/** By which fraction the arrivals grow in each period. */
export interface Growth {
  readonly fraction: number;
  readonly period: string;
}

export interface SizeQuestion {
  /** Where the servers are to be found; needed where there are several stations. */
  readonly station?: string;
  /** Further shares to show. */
  readonly within?: readonly Within[];
  /** Rows of the table on each side of the answer. */
  readonly around?: number;
  /** Fewer than these will not do for another reason. Absent: 1. */
  readonly least?: number;
  /** Servers that may be out of service, besides those needed. Absent: 0. */
  readonly spare?: number;
  /** False: the room for growth is not looked for, which takes as long as the servers. */
  readonly headroom?: boolean;
  readonly growth?: Growth;
}
