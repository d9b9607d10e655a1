import type { FaultSpec, ServiceKind } from '../scenario/type.js';
import type { Recovery } from './recovery.js';
import type { AfterRestart, Guarantee, Topology } from './topology.js';

export interface LiveRecord {
  readonly broker: string;
  /** Name and version of the broker and client, e.g. 'redis-server 7.0.15, ioredis 6.0.0'. */
  readonly software: string;
  readonly consumers: number;
  /** How messages reach the consumers, and what becomes of those of a dead one. Absent in studies of older versions. */
  readonly topology?: Topology;
  readonly guarantee?: Guarantee;
  /** Where the broker is not one shared queue: what such a queue makes of the same messages, and how far measured lies from it. */
  readonly sharedQueue?: {
    /** Seconds. */
    readonly meanSojourn: number;
    readonly difference: { readonly value: number; readonly low: number; readonly high: number };
  };
  readonly service: ServiceKind;
  /** Where services kept a processor busy: as the messages asked for them, and as they were given. */
  readonly services?: { readonly asked: ServiceMoments; readonly given: ServiceMoments };
  readonly messages: number;
  readonly startedAt: string;
  readonly seconds: number;
  readonly attempts: number;
  /** Present where sender, consumers and own server went before other programs: how they took turns. */
  readonly realTime?: 'first in, first out' | 'round robin';
  /** True when the run ended before all messages were through (server lost, interrupted). */
  readonly partial: boolean;
  readonly checks: readonly Check[];
  readonly ledger: Ledger;
  /** Present where messages were in the queue when the consumers began. */
  readonly drain?: DrainRecord;
  /** Present where messages carried bytes beyond their header. */
  readonly payload?: PayloadRecord;
  /** Present where clients sent the messages. */
  readonly answers?: AnswerRecord;
  /** Present when things were made to go wrong: such a run is judged by no model. */
  readonly disturbed?: {
    /** In words, by time. */
    readonly faults: readonly string[];
    /** With the times at which they really happened: the twin suffers these. Absent in studies of older versions. */
    readonly happened?: readonly Suffered[];
    /** What a queue that is killed and comes back still knows; present where that happened. */
    readonly queueKilled?: AfterRestart;
    /** Messages that the model of the run loses; absent where there is none. */
    readonly predictedLost?: number;
    /**
     * Messages served again where killed consumers acknowledged several together: by the model of the run, whose consumers
     * share the messages a little otherwise, and at most.
     */
    readonly predictedAgain?: { readonly twin: number; readonly most: number };
    /** Of queues for each consumer: lost besides, because the sender had not heard of the death, or because the consumer was behind its model. */
    readonly lostBesides?: { readonly afterDeath: number; readonly behind: number };
  };
  /** Absent when no message was served to the end. */
  readonly decomposition?: Decomposition;
}

/** Mean in seconds, and squared coefficient of variation. */
export interface ServiceMoments {
  readonly mean: number;
  readonly scv: number;
}

/** What became of a backlog: seconds until nobody waited for the first time; absent where arrivals ended before. */
export interface DrainRecord {
  /** Messages in the queue when the consumers began. */
  readonly backlog: number;
  readonly measured?: number;
  readonly twin?: number;
  /** By theory or simulation, of which the run is one of many; absent where neither knows. */
  readonly predicted?: Recovery;
}

/** Bytes of the messages that came through, beyond their header. */
export interface PayloadRecord {
  readonly smallest: number;
  readonly mean: number;
  readonly largest: number;
  /** From the start of the run to its last end of service. */
  readonly bytesPerSecond: number;
}

/** How answers came to the clients who waited for them. */
export interface AnswerRecord {
  readonly clients: number;
  /** Mean seconds from the end of a service until its client was told. */
  readonly meanWay: number;
  /** Share of the times to think that were shorter than the way of the answer: only then was the next message late. */
  readonly overtaken: number;
}

/** A fault as it really happened. */
export interface Suffered extends FaultSpec {
  /** Seconds in which no message came to any consumer, or to the one that was cut off. */
  readonly outage?: number;
  /** Messages that had been sent and had not come to any consumer when the server was killed. */
  readonly waiting?: number;
}

/** One self-check of a live run. */
export interface Check {
  readonly name: string;
  readonly passed: boolean;
  /** Readable, with units: '1.8 ms', 'under 2.5 ms'. */
  readonly value: string;
  readonly limit: string;
  /** What to change when it fails. */
  readonly advice: string;
  /** The figure and the most that it may be, for scripts; absent where the check is of words, and in studies of older versions. */
  readonly measured?: number;
  readonly bound?: number;
  readonly unit?: CheckUnit;
  /** How often the draws of a sound run fail it by chance, at most. */
  readonly falseAlarms?: number;
}

export type CheckUnit = 'seconds' | 'share' | 'cores' | 'messages';

/** What became of the messages, each known by its number. What is optional is absent in studies of older versions. */
export interface Ledger {
  readonly sent: number;
  readonly received: number;
  /** Messages on which some consumer finished its work. */
  readonly processed?: number;
  readonly acknowledged: number;
  /** Sent, and neither processed nor turned away nor put to the dead letters. */
  readonly lost: number;
  /** Messages processed more than once. */
  readonly duplicated: number;
  /** Messages received after one that was sent later. */
  readonly outOfOrder: number;
  /** Deliveries after the first of each message. */
  readonly redelivered?: number;
  /** Times that the work on a message failed. */
  readonly failed?: number;
  /** Messages that the broker put aside. */
  readonly deadLettered?: number;
  /** Messages for which the queue had no room, the last time that they came. */
  readonly turnedAway?: number;
  /** Times that a message came again, because there had been no room for it. */
  readonly cameAgain?: number;
}

/** Mean seconds of each part of a message's life; they sum to the last. */
export interface Decomposition {
  /** From the first to the last time that it was to be sent, where those who find no room come again. */
  readonly outside?: number;
  /** Intended send to actual send, of the last attempt. */
  readonly lateness: number;
  /** All consumers busy. */
  readonly wait: number;
  /** A consumer is free, the message is on its way: delivery or fetch round trip. */
  readonly transfer: number;
  /** Receipt to end of service. */
  readonly processing: number;
  /** End of service to the acknowledgement's reply. */
  readonly acknowledgement: number;
  readonly total: number;
}

/** What was sent and taken on a real queue, against what was asked for; seconds. */
export interface ObservedLaws {
  /** Service times as taken by the consumers. */
  readonly service?: LawCheck;
  /** Times between two sends. */
  readonly interarrival?: LawCheck;
  /** By how much the sends were late: how many lie up to each bound and above the bound before. */
  readonly lateness: { readonly bounds: readonly number[]; readonly counts: readonly number[] };
}

/**
 * The times of a run by blocks of consecutive customers, so that a test may resample whole blocks and keep what
 * customers close to each other have in common.
 */
export interface TimeBlocks {
  /** Upper edges of the bins in seconds, rising; the first bin begins at 0 and holds its edge, as all do. */
  readonly edges: readonly number[];
  /** By block, how many customers lie in each bin. */
  readonly counts: readonly (readonly number[])[];
}

/** Quantiles at the same probabilities. */
export interface LawCheck {
  readonly p: readonly number[];
  readonly asked: readonly number[];
  readonly found: readonly number[];
}
