// One timed workload in a process of its own: M/M/3 at utilisation 0.8, every statistic on.
// node test/bench/workload.mjs recursion|events <customers>
import { Ledger } from '../../dist/engines/simulation/ledger.js';
import { replicationOf } from '../../dist/engines/simulation/setup.js';

const [, , algorithm, count] = process.argv;
const customers = Number(count);
const rate = 2.4;
const batches = 16;
const scenario = {
  name: 'bench',
  classes: { customers: { arrivals: { process: 'poisson', rate } } },
  stations: {
    queue: {
      servers: 3,
      service: { distribution: 'exponential', mean: 1 },
      discipline: { discipline: 'fcfs' },
    },
  },
  routes: { arrive: { queue: 1 }, queue: { leave: 1 } },
};

function run(replicationNumber) {
  const replication = replicationOf({ scenario, seed: 1, algorithm }, replicationNumber);
  const ledgers = [new Ledger()];
  const length = customers / rate / batches;
  const before = process.cpuUsage();
  for (let batch = 0; batch < batches; batch++) {
    replication.advance(ledgers, batch, batch * length, (batch + 1) * length);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

run(0);
console.log(JSON.stringify({ seconds: run(1) }));
