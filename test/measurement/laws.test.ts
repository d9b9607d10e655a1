import { expect, test } from 'vitest';
import { observedLaws } from '../../src/measurement/laws.js';
import type { Observations } from '../../src/measurement/observation.js';

/** Sent every 10 ms, `late` seconds late; services of 1, 2, ... ms in an order of no matter. */
function observations(count: number, late: (i: number) => number): Observations {
  const each = (value: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => value(i));
  const services = each(i => (((i * 7) % count) + 1) / 1000);
  const intended = each(i => i / 100);
  const sent = each(i => intended[i] + late(i));
  const finished = each(i => sent[i] + services[i]);
  return {
    ...{ count, intended, sent, finished, received: sent, started: sent, acknowledged: finished },
    ...{ service: services, consumer: new Int32Array(count) },
  };
}

const everyone = (count: number) => Array.from({ length: count }, (_, i) => i);

test('quantiles of what was taken stand beside those of the law', () => {
  const laws = observedLaws(
    observations(100, () => 0),
    everyone(100),
    { service: p => p / 10, interarrival: () => 0.01 },
  );
  // 100 services of 1 to 100 ms are the uniform law up to 100 ms, to within one of them.
  const { p, asked, found } = laws!.service!;
  expect(p).toHaveLength(60);
  for (const [i, value] of found.entries())
    expect(Math.abs(value - asked[i])).toBeLessThanOrEqual(0.001 + 1e-9);
  for (const gap of laws!.interarrival!.found) expect(gap).toBeCloseTo(0.01, 9);
});

test('rare quantiles are told only by samples that hold five beyond them', () => {
  const laws = observedLaws(
    observations(2500, () => 0),
    everyone(2500),
    { service: p => p },
  );
  expect(laws!.service!.p.slice(60)).toEqual([0.995, 0.998]);
  expect(laws!.interarrival).toBeUndefined();
});

test('lateness is counted by bounds that double, each message once, up to the latest', () => {
  const { bounds, counts } = observedLaws(
    observations(100, i => (i < 60 ? 0 : i < 99 ? 3e-6 : 5e-6)),
    everyone(100),
    {},
  )!.lateness;
  expect(bounds).toEqual([1e-6, 2e-6, 4e-6, 8e-6]);
  expect(counts).toEqual([60, 0, 39, 1]);
});

test('messages that were never sent are not late; too few tell no law', () => {
  const { counts } = observedLaws(
    observations(100, i => (i === 0 ? Number.NaN : 0)),
    everyone(100),
    {},
  )!.lateness;
  expect(counts).toEqual([99]);
  expect(
    observedLaws(
      observations(59, () => 0),
      everyone(59),
      {},
    ),
  ).toBeUndefined();
});
