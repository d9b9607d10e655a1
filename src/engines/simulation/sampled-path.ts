import type { TimeSeries } from '../../result/result.js';
import { Events } from './events.js';
import { Ledger } from './ledger.js';
import { customersOf, type Job, stationSetup } from './setup.js';

const points = 400;
const customersShown = 2000;

/**
 * The number in the system over the first customers of replication 0, read at equal steps: what a chart of
 * the queue over time shows, and the path that a live run of the same seed is to follow.
 */
export function sampledPath(job: Job, rate: number): TimeSeries {
  const engine = new Events(customersOf(job, 0), stationSetup(job.station));
  const ledger = new Ledger();
  const step = customersShown / rate / points;
  const time = [0];
  const value = [0];
  for (let i = 0; i < points; i++) {
    engine.advance(ledger, 0, i * step, (i + 1) * step);
    time.push((i + 1) * step);
    value.push(engine.present);
  }
  return { name: 'numberInSystem', about: 'simulated, replication 0 from empty', time, value };
}
