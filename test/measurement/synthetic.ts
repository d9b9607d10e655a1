import type { Observations } from '../../src/measurement/observation.js';
import { through } from '../../src/measurement/twins/path.js';
import { sharedQueue } from '../../src/measurement/twins/shared.js';
import { exponential, Stream } from '../../src/random/index.js';

export interface SyntheticOptions {
  readonly messages?: number;
  readonly servers?: number;
  readonly utilisation?: number;
  /** Seconds that every service takes longer than it should. */
  readonly overhead?: number;
  /** Seconds by which every virtual service ends late. */
  readonly late?: number;
  readonly seed?: number;
}

/** What a perfect harness would see of an M/M/c queue with mean service 10 ms, but for the faults asked for. */
export function synthetic(options: SyntheticOptions = {}): Observations {
  const { messages = 2000, servers = 2, utilisation = 0.7, overhead = 0, late = 0, seed = 1 } = options;
  const stream = new Stream([seed, 2, 3, 4]);
  const service = Float64Array.from({ length: messages }, () => 0.01 * exponential(stream));
  let clock = 0;
  const intended = Float64Array.from({ length: messages }, () => {
    clock += (exponential(stream) * 0.01) / (servers * utilisation);
    return clock;
  });
  const effective = service.map(time => time + overhead);
  const { started, finished } = through(sharedQueue(servers), intended, effective);
  const free = new Float64Array(servers);
  const consumer = Int32Array.from(finished, (end, i) => {
    const first = free.indexOf(Math.min(...free));
    free[first] = end;
    return i < 0 ? -1 : first;
  });
  return {
    count: messages,
    intended,
    sent: intended.slice(),
    received: started.map(time => time + overhead / 2),
    started,
    finished: finished.map(time => time + late),
    acknowledged: finished.map(time => time + late + 1e-4),
    service,
    consumer,
  };
}
