import type { LiveSpec } from '../../scenario/type.js';
import type { Workload } from '../../workload/workload.js';
import type { Collector } from './collector.js';

/** One run through a queue, as it is asked for. */
export interface AttemptInput {
  readonly live: LiveSpec;
  readonly consumers: number;
  readonly workload: Workload;
  /** Most messages in the queue, those with consumers included. Absent: no limit. */
  readonly capacity?: number;
  /** Bytes of the payload of each message. */
  readonly payload: Uint32Array;
  /** Which of several senders sends each. Absent: one. */
  readonly sender?: Uint8Array;
  /** Instead of the schedule: as fast as the queue answers, with so many sends unanswered at a time. */
  readonly inFlight?: number;
  readonly redisUrl?: string;
  readonly signal?: AbortSignal;
  readonly onMoved?: (collector: Collector) => void;
}
