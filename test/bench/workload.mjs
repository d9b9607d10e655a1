// One timed workload in a process of its own, every statistic on: prints its CPU seconds and how much memory it took.
// node test/bench/workload.mjs <name> <customers>

import { Ledger } from '../../dist/engines/simulation/ledger.js';
import { ledgersOf, replicationOf } from '../../dist/engines/simulation/setup.js';
import { workloads } from './workloads.mjs';

const [, , name, count] = process.argv;
const customers = Number(count);
const { scenario, algorithm, rate: given } = workloads[name];
const rate =
  given ?? Object.values(scenario.classes).reduce((sum, { arrivals }) => sum + rateOf(arrivals), 0);
const batches = 16;

function rateOf({ rate: given, interarrival }) {
  return given ?? 1 / interarrival.mean;
}

function run(replicationNumber, total) {
  const job = { scenario, seed: 1, algorithm };
  const replication = replicationOf(job, replicationNumber);
  const ledgers = ledgersOf(job).map(shape => new Ledger(shape));
  const length = total / rate / batches;
  const before = process.cpuUsage();
  for (let batch = 0; batch < batches; batch++) {
    replication.advance(ledgers, batch, batch * length, (batch + 1) * length);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

run(0, customers / 4);
const seconds = run(1, customers);
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
