import type { ServiceKind } from '../../../scenario/type.js';
import type { ClientDraws } from '../../../workload/client-work.js';
import type { ComesAgain } from '../../../workload/comes-again.js';
import type { Address } from '../broker.js';
import type { Columns } from './rows.js';

/** What a role is told to do; the first message of the parent. */
export interface ProducerTask {
  readonly broker: string;
  readonly address: Address;
  /** Bytes of the payload of each of its messages. */
  readonly payload: Uint32Array;
  readonly sends: ScheduledSends | ClientSends | FloodedSends;
}

/** Messages whose times are known. */
export interface ScheduledSends {
  readonly kind: 'schedule';
  /** Numbers of the messages, in the order of their times. */
  readonly ids: Int32Array;
  /** Seconds from the epoch. */
  readonly intended: Float64Array;
  /** Seconds. */
  readonly services: Float64Array;
  /** How many of them, from the first on, are sent before the epoch. */
  readonly backlog: number;
  /** How those come again for which there was no room. Absent: not. */
  readonly again?: ComesAgain;
}

/** Messages of clients who wait for their answers; as many as there are payloads. */
export interface ClientSends {
  readonly kind: 'clients';
  readonly clients: number;
  readonly draws: ClientDraws;
}

/** As fast as the queue answers, with so many sends unanswered at a time; as many as there are payloads. */
export interface FloodedSends {
  readonly kind: 'flood';
  readonly inFlight: number;
}

export interface ConsumersTask {
  readonly broker: string;
  readonly address: Address;
  /** Numbers of the consumers in this process, from 0. */
  readonly numbers: readonly number[];
  /** Present when things go wrong in the run: then each step is told at once, for a killed process tells no more. */
  readonly disturbance?: Disturbance;
  readonly service: ServiceKind;
  /** Whether messages are there before the epoch: then no consumer asks for one sooner. */
  readonly backlog: boolean;
  /** Whether clients wait to hear of the end of each service. */
  readonly answers: boolean;
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
  /** Put the backlog into the queue. */
  | { readonly kind: 'build' }
  | { readonly kind: 'start'; readonly epoch: number }
  | { readonly kind: 'stop' }
  /** From now on the services of this process take so many times as long. */
  | { readonly kind: 'slow'; readonly factor: number }
  | Answer;

/** The service of a message has ended; its client may think from that time on, seconds from the epoch. */
export interface Answer {
  readonly kind: 'answer';
  readonly id: number;
  readonly end: number;
}

export type Step = 'delivered' | 'processed' | 'failed';

/** Of messages that were sent; seconds from the epoch. */
export const sentColumns = ['id', 'sent'] as const;
/** Of messages for which the queue had no room. */
export const turnedAwayColumns = ['id'] as const;
/** Of messages that were sent once more, when they were to be. */
export const againColumns = ['id', 'due'] as const;
/** What is only known of the messages of clients when they are sent. */
export const askedColumns = ['id', 'client', 'intended', 'think', 'service'] as const;
/** When clients were told that their messages had been served. */
export const heardColumns = ['id', 'heard'] as const;
/** Of messages that were served, `sent` as the message itself says; NaN where it did not happen. */
export const servedColumns = [
  'id',
  'sent',
  'fetched',
  'received',
  'started',
  'finished',
  'acknowledged',
  'consumer',
] as const;

export type ServedRow = Readonly<Record<(typeof servedColumns)[number], number>>;

export type Report =
  | { readonly kind: 'ready' }
  /** The backlog is in the queue. */
  | { readonly kind: 'built' }
  | { readonly kind: 'sent'; readonly rows: Columns<(typeof sentColumns)[number]> }
  | { readonly kind: 'turned-away'; readonly rows: Columns<(typeof turnedAwayColumns)[number]> }
  | { readonly kind: 'again'; readonly rows: Columns<(typeof againColumns)[number]> }
  | { readonly kind: 'asked'; readonly rows: Columns<(typeof askedColumns)[number]> }
  | { readonly kind: 'heard'; readonly rows: Columns<(typeof heardColumns)[number]> }
  | { readonly kind: 'served'; readonly rows: Columns<(typeof servedColumns)[number]> }
  /** In a disturbed run: a consumer has received the message, or has worked on it. */
  | { readonly kind: 'step'; readonly step: Step; readonly id: number }
  | Answer
  /** The role has done all it could; processor seconds that it used since its start order. */
  | { readonly kind: 'ended'; readonly processorSeconds: number }
  | { readonly kind: 'failed'; readonly message: string };
