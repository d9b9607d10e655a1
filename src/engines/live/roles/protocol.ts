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
  readonly consumers: number;
  readonly service: 'virtual' | 'natural';
  /** Of the producer, where it runs in the same process. */
  readonly producer?: ProducerTask;
}

/** Afterwards: begin at the epoch (seconds on the monotonic clock), or end and report what there is. */
export type Order = { readonly kind: 'start'; readonly epoch: number } | { readonly kind: 'stop' };

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
  /** The role has done all it could; processor seconds that it used since its start order. */
  | { readonly kind: 'ended'; readonly processorSeconds: number }
  | { readonly kind: 'failed'; readonly message: string };
