// One timed workload in a process of its own: M/M/3 at utilisation 0.8, every statistic on.
// node test/bench/workload.mjs recursion|events <customers>
import { Events } from '../../dist/engines/simulation/events.js';
import { Ledger } from '../../dist/engines/simulation/ledger.js';
import { Recursion } from '../../dist/engines/simulation/recursion.js';
import { Customers } from '../../dist/workload/customers.js';

const [, , algorithm, count] = process.argv;
const customers = Number(count);
const rate = 2.4;
const batches = 16;

function run(replication) {
  const source = new Customers(
    { process: 'poisson', rate },
    { distribution: 'exponential', mean: 1 },
    1,
    replication,
  );
  const Engine = algorithm === 'recursion' ? Recursion : Events;
  const engine = new Engine(source, { servers: 3, capacity: Number.POSITIVE_INFINITY, origin: 1e-6 });
  const ledger = new Ledger();
  const length = customers / rate / batches;
  const before = process.cpuUsage();
  for (let batch = 0; batch < batches; batch++)
    engine.advance(ledger, batch, batch * length, (batch + 1) * length);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

run(0);
console.log(JSON.stringify({ seconds: run(1) }));
