import type { OverRounds } from '../../comparison/rounds.js';
import type { BrokerFacts, Try } from '../../engines/live/index.js';
import type { Scenario } from '../../scenario/type.js';
import type { Provenance } from '../study.js';

export interface QueuesQuestion {
  readonly brokers: readonly string[];
  readonly scenario: Scenario;
  readonly rounds: number;
  /** Sends unanswered at a time, one try for each. */
  readonly inFlight: readonly number[];
  /** About how long each try lasts, seconds. */
  readonly seconds: number;
  /** Whether a consumer and the server are killed, each in a run of its own. */
  readonly kill: boolean;
}

/** One queue in one round. */
export interface Turn {
  readonly seed: number;
  /** Of a message that finds the queue empty, from the send call to the consumer: median, seconds. */
  readonly idleDelivery: number;
  readonly tries: readonly Try[];
  /** Absent where the run of the scenario did not count. */
  readonly served?: Served;
  /** Why it did not. */
  readonly problem?: string;
  readonly killed?: Losses;
  readonly restarted?: Losses;
}

/** A run of the scenario that passed its own checks; seconds. */
export interface Served {
  /** Mean time of a message on its way to a free consumer and of its acknowledgement. */
  readonly overhead: number;
  readonly meanSojourn: number;
  readonly p99Sojourn: number;
  /** Of the model of the queue's own topology, with the same messages. */
  readonly twinSojourn: number;
  /** Mean sojourn against that of the model, relative. */
  readonly fromTwin: number;
  /** Share of the messages that came to a consumer after one that was sent later. */
  readonly outOfOrder: number;
}

/** What a run lost in which something was killed. */
export type Losses =
  | {
      readonly messages: number;
      readonly lost: number;
      readonly duplicated: number;
      /** By the model with the same fault, where it can say. */
      readonly predictedLost?: number;
    }
  | { readonly problem: string };

/** What was measured of one queue, in all rounds. */
export interface QueueSummary {
  readonly idleDelivery: OverRounds;
  readonly through: readonly { readonly inFlight: number; readonly perSecond: OverRounds }[];
  readonly processorSecondsPerMessage: OverRounds;
  /** Of the rounds that count; absent where none does. */
  readonly served?: Readonly<Record<keyof Served, OverRounds>>;
}

export interface QueueAnswer {
  readonly broker: string;
  readonly software: string;
  readonly facts: BrokerFacts;
  readonly summary: QueueSummary;
  readonly turns: readonly Turn[];
}

/** What `bench --compare --json` prints. */
export interface QueuesReport {
  readonly schema: 1;
  readonly verdict: readonly string[];
  readonly rounds: number;
  readonly confidence: number;
  readonly queues: readonly QueueAnswer[];
  readonly unavailable: readonly { readonly broker: string; readonly reason: string }[];
  readonly scenario: Scenario;
  readonly provenance: Provenance;
}
