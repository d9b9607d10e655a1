import type { Address } from '../broker.js';

/** What a role is told to do; the first message of the parent. */
export interface ProducerTask {
  readonly broker: string;
  readonly address: Address;
  /** Seconds from the epoch. */
  readonly intended: Float64Array;
  /** Seconds. */
  readonly services: Float64Array;
  readonly payloadBytes: number;
  /** Instead of the schedule: as fast as the queue answers, with so many sends unanswered at a time. */
  readonly inFlight?: number;
}

export interface ConsumersTask {
  readonly broker: string;
  readonly address: Address;
  /** Numbers of the consumers in this process, from 0. */
  readonly numbers: readonly number[];
  /** Present when things go wrong in the run: then each step is told at once, for a killed process tells no more. */
  readonly disturbance?: Disturbance;
  readonly service: 'virtual' | 'natural';
  /** Of the producer, where it runs in the same process. */
  readonly producer?: ProducerTask;
}

export interface Disturbance {
  /** Probability that the work on a message fails, each time. */
  readonly failing: number;
  /** Share of the messages on which it always fails. */
  readonly poison: number;
}

/** Afterwards: begin at the epoch (seconds on the monotonic clock), or end and report what there is. */
export type Order =
  | { readonly kind: 'start'; readonly epoch: number }
  | { readonly kind: 'stop' }
  /** From now on the services of this process take so many times as long. */
  | { readonly kind: 'slow'; readonly factor: number };

export type Step = 'delivered' | 'processed' | 'failed';

/** Served messages, as columns; seconds from the epoch, NaN where it did not happen. */
export interface ServedRows {
  readonly id: Float64Array;
  /** As the message itself says. */
  readonly sent: Float64Array;
  readonly received: Float64Array;
  readonly started: Float64Array;
  readonly finished: Float64Array;
  readonly acknowledged: Float64Array;
  readonly consumer: Float64Array;
}

export type Report =
  | { readonly kind: 'ready' }
  /** Send times of messages number `from` and on. */
  | { readonly kind: 'sent'; readonly from: number; readonly times: Float64Array }
  | { readonly kind: 'served'; readonly rows: ServedRows }
  /** In a disturbed run: a consumer has received the message, or has worked on it. */
  | { readonly kind: 'step'; readonly step: Step; readonly id: number }
  /** The role has done all it could; processor seconds that it used since its start order. */
  | { readonly kind: 'ended'; readonly processorSeconds: number }
  | { readonly kind: 'failed'; readonly message: string };
