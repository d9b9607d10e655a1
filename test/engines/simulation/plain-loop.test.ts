import { expect, test } from 'vitest';
import { Ledger } from '../../../src/engines/simulation/ledger.js';
import { booksOf, ledgerCount } from '../../../src/engines/simulation/network/books.js';
import { networkOf } from '../../../src/engines/simulation/network/build.js';
import type { Network } from '../../../src/engines/simulation/network/network.js';
import { PlainLoop } from '../../../src/engines/simulation/network/plain-loop.js';
import { SharingLoop } from '../../../src/engines/simulation/network/sharing-loop.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import type { Scenario } from '../../../src/scenario/type.js';

const batches = 6;

/** The ledgers after some batches, by a loop for networks of its kind or the one for all. */
function booked(
  scenario: Scenario,
  loopOf?: (network: Network) => { advance(end: number): void } | undefined,
): readonly Ledger[] {
  const { network, visits } = networkOf(scenario, 3, 1, 0);
  const ledgers = Array.from({ length: ledgerCount(booksOf(scenario)) }, () => new Ledger());
  const loop = loopOf === undefined ? network : loopOf(network);
  if (loop === undefined) throw new Error('not of the kind');
  for (let batch = 0; batch < batches; batch++) {
    visits.open(ledgers, batch);
    loop.advance((batch + 1) * 500);
    visits.close((batch + 1) * 500);
  }
  return ledgers;
}

const bytes = (counts: Uint32Array) => Buffer.from(counts.buffer, counts.byteOffset, counts.byteLength);

function sameBooks(own: readonly Ledger[], general: readonly Ledger[]): void {
  expect(own.reduce((sum, { sums }) => sum + sums[0], 0)).toBeGreaterThan(300);
  for (const [i, ledger] of own.entries()) {
    expect(ledger.sums).toEqual(general[i].sums);
    // Byte by byte: tens of thousands of counts, which a comparison one by one would take seconds for.
    expect(Buffer.compare(bytes(ledger.waits), bytes(general[i].waits))).toBe(0);
    expect(Buffer.compare(bytes(ledger.sojourns), bytes(general[i].sojourns))).toBe(0);
  }
}

const text = (body: string) => `
classes:
  urgent: { arrivals: { process: batch, batchRate: 0.3/s, size: 2 }, priority: 1 }
  patient: { arrivals: { process: deterministic, rate: 0.5/s }, priority: 0 }
${body}`;

test.each([
  [
    'one line, times that coincide',
    'stations: { a: { servers: 2, service: { distribution: deterministic, value: 1s } } }',
  ],
  ['servers without end', 'stations: { a: { servers: infinite, service: 1s } }'],
  [
    'ranks, chance and feedback',
    `stations:
  a: { servers: 3, service: 1s, discipline: priority }
  b: { servers: 1, service: { urgent: 200ms, patient: { distribution: erlang, mean: 300ms, k: 2 } }, discipline: siro }
  c: { servers: 1, service: 400ms, discipline: sjf }
routes: { arrive: { a: 0.7, b: 0.3 }, a: b, b: { c: 0.5, leave: 0.5 }, c: { b: 0.3, leave: 0.7 } }`,
  ],
  [
    'the shortest queue and turns',
    `stations:
  a: { servers: 1, service: { distribution: deterministic, value: 1s } }
  b: { servers: 1, service: { distribution: deterministic, value: 1s }, discipline: lcfs }
  c: { servers: 2, service: 1s }
routes: { arrive: { join-shortest-queue: [a, b] }, a: c, b: c, c: leave }`,
  ],
])('%s: both loops keep the same books, to the last bit', (_, body) => {
  const scenario = parseScenario(text(body));
  sameBooks(booked(scenario, PlainLoop.of), booked(scenario));
});

test.each([
  ['one server', 'servers: 1, service: 250ms, discipline: ps'],
  [
    'several, times that coincide',
    'servers: 3, service: { distribution: deterministic, value: 1s }, discipline: ps',
  ],
  [
    'by weight, of different needs',
    'servers: 1, service: { urgent: 300ms, patient: { distribution: erlang, mean: 500ms, k: 2 } }, discipline: dps',
  ],
])(
  'shared by %s: the loop of its own and the one for all keep the same books, to the last bit',
  (_, station) => {
    const classes = text(`stations: { a: { ${station} } }`).replace('priority: 1', 'weight: 3');
    const scenario = parseScenario(classes);
    sameBooks(booked(scenario, SharingLoop.of), booked(scenario));
  },
);

test.each([
  ['a limit', 'stations: { a: { servers: 1, service: 100ms, discipline: ps, capacity: 5 } }'],
  [
    'another station',
    'stations: { a: { servers: 1, service: 1ms, discipline: ps }, b: { servers: 1, service: 1ms } }\nroutes: { arrive: a, a: b, b: leave }',
  ],
  [
    'feedback',
    'stations: { a: { servers: 1, service: 100ms, discipline: ps } }\nroutes: { arrive: a, a: { a: 0.2, leave: 0.8 } }',
  ],
  [
    'most who are served at once',
    'stations: { a: { servers: 1, service: 1ms, discipline: { discipline: limited-ps, limit: 2 } } }',
  ],
])('a station whose services are shared, and %s, needs the loop for all', (_, body) => {
  expect(SharingLoop.of(networkOf(parseScenario(text(body)), 1, 0, 0).network)).toBeUndefined();
});

test.each([
  ['a limit', 'stations: { a: { servers: 1, service: 100ms, capacity: 5 } }'],
  ['services that are shared', 'stations: { a: { servers: 1, service: 100ms, discipline: ps } }'],
  [
    'breakdowns',
    'stations: { a: { servers: 1, service: 100ms, breakdowns: { upTime: 1min, repairTime: 1s } } }',
  ],
  [
    'work that routes look at',
    'stations: { a: { servers: 1, service: 100ms }, b: { servers: 1, service: 100ms } }\nroutes: { arrive: { least-work: [a, b] }, a: leave, b: leave }',
  ],
])('a network with %s is not plain', (_, body) => {
  expect(PlainLoop.of(networkOf(parseScenario(text(body)), 1, 0, 0).network)).toBeUndefined();
});

test('nor is one whose books somebody reads as they are kept', () => {
  const { network, visits } = networkOf(
    parseScenario(text('stations: { a: { servers: 1, service: 100ms } }')),
    1,
    0,
    0,
  );
  expect(PlainLoop.of(network)).toBeDefined();
  visits.visitEnds = () => {};
  expect(PlainLoop.of(network)).toBeUndefined();
});
