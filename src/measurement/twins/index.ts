import type { Topology } from '../../result/topology.js';
import { batchQueue } from './batch.js';
import { creditQueue } from './credit.js';
import type { Lateness } from './lateness.js';
import { limited } from './limited.js';
import { type Recursion, type SamplePath, through } from './path.js';
import { prefetchQueue } from './prefetch.js';
import { privateQueues, turns } from './private.js';
import { sharedQueue } from './shared.js';
import { type Overtaking, wokenQueue } from './woken.js';

export { behindClients } from './closed.js';
export { comingAgain, type Delays } from './coming-again.js';
export { disturbedQueue } from './disturbed/queue.js';

export interface QueueOptions {
  readonly servers: number;
  /** Which consumer served each customer, -1 where none was seen: queues of their own are dealt as they were. */
  readonly consumer: Int32Array;
  /** Most customers in the queue, those in service included. Absent: no limit. */
  readonly capacity?: number;
  /** Of virtual services, where it decides who takes whom. Absent: nobody is late. */
  readonly lateness?: Lateness;
  /** Where servers that wait are woken. Absent: they are as fast as those that end. */
  readonly overtaking?: Overtaking;
}

export interface TwinInput extends QueueOptions {
  /** Seconds, non-decreasing. */
  readonly arrivals: Float64Array;
  /** Seconds. */
  readonly services: Float64Array;
}

/** What a queue of that topology does with exactly these customers. */
export const twinOf = (topology: Topology, { arrivals, services, ...options }: TwinInput): SamplePath =>
  through(queueOf(topology, options), arrivals, services);

/** An empty queue of that topology. */
export function queueOf(topology: Topology, options: QueueOptions): Recursion {
  const { capacity } = options;
  const queue = unlimited(topology, options);
  return capacity === undefined ? queue : limited(queue, capacity);
}

function unlimited(topology: Topology, options: QueueOptions): Recursion {
  const { servers, consumer, lateness, overtaking } = options;
  switch (topology.kind) {
    case 'shared':
    case 'closed':
      return sharedQueue(servers);
    case 'private':
      return privateQueues(turns(consumer, servers));
    case 'credit':
      return creditQueue(servers, topology.credit);
    case 'prefetch':
      return prefetchQueue(servers, topology.prefetch);
    case 'batch':
      return batchQueue(servers, topology.batch, lateness);
    case 'woken':
      return wokenQueue(servers, overtaking, lateness);
  }
}
