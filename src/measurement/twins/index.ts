import type { Topology } from '../../result/topology.js';
import { batchQueue } from './batch.js';
import { creditQueue } from './credit.js';
import type { SamplePath } from './path.js';
import { privateQueues, turns } from './private.js';
import { kieferWolfowitz } from './shared.js';

export { disturbedQueue } from './disturbed/queue.js';
export { kieferWolfowitz } from './shared.js';

export interface TwinInput {
  /** Seconds, non-decreasing. */
  readonly arrivals: Float64Array;
  /** Seconds. */
  readonly services: Float64Array;
  readonly servers: number;
  /** Which consumer served each customer, -1 where none was seen: queues of their own are dealt as they were. */
  readonly consumer: Int32Array;
}

/** What a queue of that topology does with exactly these customers. */
export function twinOf(topology: Topology, { arrivals, services, servers, consumer }: TwinInput): SamplePath {
  switch (topology.kind) {
    case 'shared':
    case 'closed':
      return kieferWolfowitz(arrivals, services, servers);
    case 'private':
      return privateQueues(arrivals, services, turns(consumer, servers));
    case 'credit':
      return creditQueue(arrivals, services, servers, topology.credit);
    case 'batch':
      return batchQueue(arrivals, services, servers, topology.batch);
  }
}
