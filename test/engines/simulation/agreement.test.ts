import { expect, test } from 'vitest';
import { Events } from '../../../src/engines/simulation/events.js';
import { column, columnCount, Ledger } from '../../../src/engines/simulation/ledger.js';
import { Recursion } from '../../../src/engines/simulation/recursion.js';
import { Stream } from '../../../src/random/index.js';
import type { ArrivalSpec, DistributionSpec } from '../../../src/scenario/type.js';
import { Customers } from '../../../src/workload/customers.js';

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

test(`the event engine serves every customer at the moment the recursion does, in ${scenarios} random scenarios`, () => {
  const stream = new Stream([1, 2, 3, 4]);
  for (let n = 0; n < scenarios; n++) {
    const { arrivals, service, servers } = randomScenario(stream);
    const setup = { servers, capacity: Number.POSITIVE_INFINITY, origin: 1e-6 };
    const customers = () => new Customers(arrivals, service, n, 0);
    const traces = [
      new Float64Array(4 * customersEach).fill(-1),
      new Float64Array(4 * customersEach).fill(-1),
    ];
    const ledgers = [new Ledger(), new Ledger()];
    const engines = [new Recursion(customers(), setup, traces[0]), new Events(customers(), setup, traces[1])];
    const first = new Customers(arrivals, service, n, 0);
    first.next();
    const length = (customersEach * (first.arrivals[255] / 256)) / batches;
    for (const [i, engine] of engines.entries()) {
      for (let b = 0; b < batches; b++) engine.advance(ledgers[i], b, b * length, (b + 1) * length);
    }
    const what = JSON.stringify({ n, arrivals, service, servers: String(servers) });
    const arrived = total(ledgers[0], 'arrivals');
    expect(arrived, what).toBeGreaterThan(customersEach / 4);
    expect(total(ledgers[1], 'arrivals'), what).toBe(arrived);

    // The recursion knows at once when each service starts; the engine only when it has come to it.
    let compared = 0;
    for (let i = 0; i < arrived; i++) {
      if (traces[1][i] === -1) {
        expect(traces[0][i], what).toBeGreaterThanOrEqual(batches * length);
        continue;
      }
      if (traces[0][i] !== traces[1][i])
        expect.fail(`customer ${i}: ${traces[0][i]} and ${traces[1][i]} in ${what}`);
      compared++;
    }
    expect(compared, what).toBeGreaterThan(customersEach / 4);
    for (let i = 0; i < batches * columnCount; i++) {
      const [a, b] = [ledgers[0].sums[i], ledgers[1].sums[i]];
      if (Math.abs(a - b) > 1e-9 * Math.max(Math.abs(a), length)) {
        expect.fail(
          `batch ${Math.floor(i / columnCount)}, ${Object.keys(column)[i % columnCount]}: ${a} and ${b} in ${what}`,
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
  for (let b = 0; b < batches; b++) sum += ledger.sums[b * columnCount + column[name]];
  return sum;
}
