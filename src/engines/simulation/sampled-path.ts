import type { TimeSeries } from '../../result/result.js';
import type { Scenario } from '../../scenario/type.js';
import { Ledger } from './ledger.js';
import { booksOf, shapesOf } from './network/books.js';
import { NetworkRun } from './network/network-run.js';
import { originOf } from './setup.js';

const points = 400;
const customersShown = 2000;

/**
 * The number in the system over the first customers of replication 0, read at equal steps: what a chart of
 * the queue over time shows, and the path that a live run of the same seed is to follow.
 */
export function sampledPath(scenario: Scenario, rate: number): TimeSeries {
  const run = new NetworkRun(scenario, scenario.run.seed, 0, originOf(scenario));
  const ledgers = shapesOf(booksOf(scenario)).map(shape => new Ledger(shape));
  const step = customersShown / rate / points;
  const time = [0];
  const value = [0];
  for (let i = 0; i < points; i++) {
    run.advance(ledgers, 0, i * step, (i + 1) * step);
    time.push((i + 1) * step);
    value.push(run.present);
  }
  return { name: 'numberInSystem', about: 'simulated, replication 0 from empty', time, value };
}
