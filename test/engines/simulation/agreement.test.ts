import { expect, test } from 'vitest';
import { column, Ledger } from '../../../src/engines/simulation/ledger.js';
import { networkOf } from '../../../src/engines/simulation/network/build.js';
import type { Network } from '../../../src/engines/simulation/network/network.js';
import type { Visits } from '../../../src/engines/simulation/network/visits.js';
import { Recursion } from '../../../src/engines/simulation/recursion.js';
import { Stream } from '../../../src/random/index.js';
import { singleStation } from '../../../src/scenario/single-station.js';
import type { ArrivalSpec, DistributionSpec } from '../../../src/scenario/type.js';
import { Customers } from '../../../src/workload/customers.js';
import { station } from './station.js';

const scenarios = 300;
const customersEach = 2000;
const batches = 4;

/** Times that are whole numbers, so that arrivals and departures often coincide. */
const onAGrid: DistributionSpec = { distribution: 'deterministic', mean: 1 };

function randomScenario(stream: Stream): {
  arrivals: ArrivalSpec;
  service: DistributionSpec;
  servers: number;
} {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(stream.uniform() * items.length)];
  const servers = pick([1, 1, 2, 3, 5, 9, 40, Number.POSITIVE_INFINITY]);
  const utilisation = 0.2 + 0.9 * stream.uniform();
  const rate = utilisation * (Number.isFinite(servers) ? servers : 20);
  const laws: DistributionSpec[] = [
    { distribution: 'exponential', mean: 1 },
    onAGrid,
    { distribution: 'erlang', mean: 1, k: 3 },
    { distribution: 'hyperexponential', mean: 1, scv: 4 },
  ];
  const processes: ArrivalSpec[] = [
    { process: 'poisson', rate },
    { process: 'deterministic', rate: Number.isFinite(servers) ? servers : 20 },
    { process: 'renewal', interarrival: { distribution: 'hyperexponential', mean: 1 / rate, scv: 3 } },
    { process: 'renewal', interarrival: { distribution: 'erlang', mean: 1 / rate, k: 2 } },
  ];
  return { arrivals: pick(processes), service: pick(laws), servers };
}

/** Arrival and start of service of everyone served, in the order of arrival. */
function watched({
  network,
  visits,
}: {
  network: Network;
  visits: Visits;
}): () => { arrival: number; began: number }[] {
  const seen: { arrival: number; began: number }[] = [];
  const { population } = network;
  const { visitEnds } = visits;
  visits.visitEnds = customer => {
    seen.push({ arrival: population.joined[customer], began: population.began[customer] });
    visitEnds.call(visits, customer);
  };
  return () => seen.sort((a, b) => a.arrival - b.arrival || a.began - b.began);
}

test(`the event engine serves every customer at the moment the recursion does, in ${scenarios} random scenarios`, () => {
  const stream = new Stream([1, 2, 3, 4]);
  for (let n = 0; n < scenarios; n++) {
    const { arrivals, service, servers } = randomScenario(stream);
    const scenario = station({ arrivals, service, servers: Number.isFinite(servers) ? servers : 'infinite' });
    const single = singleStation(scenario);
    if (typeof single === 'string') throw new Error(single);
    const what = JSON.stringify({ n, arrivals, service, servers: String(servers) });

    const origin = 1e-6;
    const began = new Float64Array(4 * customersEach);
    const recursion = new Recursion(new Customers(single, n, 0), servers, origin, began);
    const run = networkOf(scenario, n, 0, origin);
    const { network, visits } = run;
    const served = watched(run);
    const first = new Customers(single, n, 0);
    first.next();
    const length = (customersEach * (first.arrivals[255] / 256)) / batches;
    const ledgers = [new Ledger(), new Ledger()];
    for (let b = 0; b < batches; b++) {
      recursion.advance([ledgers[0]], b, b * length, (b + 1) * length);
      visits.open([ledgers[1]], b);
      network.advance((b + 1) * length);
      visits.close((b + 1) * length);
    }
    expect(total(ledgers[0], 'arrivals'), what).toBeGreaterThan(customersEach / 4);

    // Those served in the order of arrival: a later one may be through while an earlier one is in service.
    const all = new Customers(single, n, 0);
    const start = new Map<number, number[]>();
    for (let i = 0, at = 256; i < total(ledgers[0], 'arrivals'); i++, at++) {
      if (at === 256) all.next();
      at %= 256;
      start.set(all.arrivals[at], [...(start.get(all.arrivals[at]) ?? []), began[i]]);
    }
    let compared = 0;
    for (const customer of served()) {
      if (!start.get(customer.arrival)?.includes(customer.began)) {
        expect.fail(
          `who came at ${customer.arrival} began at ${customer.began}, not at ${start.get(customer.arrival)}: ${what}`,
        );
      }
      compared++;
    }
    expect(compared, what).toBe(total(ledgers[0], 'departures'));
    const { width } = ledgers[0];
    for (let i = 0; i < batches * width; i++) {
      // Only the recursion counts for itself.
      if (i % width >= column.countedNumber) continue;
      const [a, b] = [ledgers[0].sums[i], ledgers[1].sums[i]];
      if (Math.abs(a - b) > 1e-9 * Math.max(Math.abs(a), length * 100)) {
        expect.fail(
          `batch ${Math.floor(i / width)}, ${Object.keys(column)[i % width]}: ${a} and ${b} in ${what}`,
        );
      }
    }
    expect(sameCounts(ledgers[0].waits, ledgers[1].waits), what).toBe(true);
    expect(sameCounts(ledgers[0].sojourns, ledgers[1].sojourns), what).toBe(true);
  }
});

/** Not by `toEqual`, which takes a minute over so many numbers. */
const sameCounts = (a: Uint32Array, b: Uint32Array): boolean => Buffer.compare(bytes(a), bytes(b)) === 0;
const bytes = ({ buffer, byteOffset, byteLength }: Uint32Array) =>
  Buffer.from(buffer, byteOffset, byteLength);

function total(ledger: Ledger, name: keyof typeof column): number {
  let sum = 0;
  for (let b = 0; b < batches; b++) sum += ledger.sum(b, name);
  return sum;
}
