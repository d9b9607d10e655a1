import { describe, expect, it } from 'vitest';
import { predict } from '../../../src/engines/theory/index.js';
import { along } from '../../../src/engines/theory/over-time/along.js';
import { scheduled } from '../../../src/engines/theory/over-time/rates.js';
import { added, always, nothing } from '../../../src/engines/theory/over-time/station.js';
import { parseScenario } from '../../../src/scenario/parse.js';

const measuresOf = (text: string) => {
  const outcome = predict(parseScenario(text));
  if (!outcome.answered) throw new Error(outcome.reason);
  return outcome.result.measures;
};

describe('servers that leave while they serve', () => {
  const endless = { capacity: Number.POSITIVE_INFINITY, meanService: 1, arrivals: always(0.5) };

  it('finish their customers, and nobody else begins: 3 e^-t are left and λ t have come', () => {
    const servers = scheduled(3, { changes: [{ at: 1e-9, servers: 0 }] });
    const passed = along({ ...endless, servers }, { end: 4, stretches: 8, initial: 3 }).reduce(
      added,
      nothing,
    );
    expect(passed.busy).toBeCloseTo(3 * (1 - Math.exp(-4)), 6);
    expect(passed.ready).toBeCloseTo(passed.busy, 6);
    expect(passed.queue).toBeCloseTo(0.5 * 8, 6);
    expect(passed.present).toBeCloseTo(passed.busy + passed.queue, 6);
    expect(passed.wait).toBeCloseTo(passed.come, 6);
  });

  it('make no difference where they come back at once', () => {
    const servers = scheduled(3, {
      changes: [
        { at: 1, servers: 1 },
        { at: 1 + 1e-9, servers: 3 },
      ],
    });
    const [gone, stayed] = [servers, always(3)].map(count =>
      along({ ...endless, servers: count, arrivals: always(2.5) }, { end: 3, stretches: 1, initial: 5 }),
    );
    expect(gone[0].present).toBeCloseTo(stayed[0].present, 6);
  });
});

it('a schedule repeats itself to the last bit of its period', () => {
  const { at, jumps } = scheduled(1, { changes: [{ at: 0.1, servers: 2 }], period: 0.3 });
  for (const t of jumps(30)) {
    const turns = Math.round(t / 0.3 - 0.2);
    expect(at(t), `${t}`).toBe(Math.abs(t - turns * 0.3) < 0.05 ? 1 : 2);
  }
});

describe('arrivals that follow the clock', () => {
  it('so slowly that each moment is a steady state: the average of them', () => {
    const { meanNumberInSystem, throughput } = measuresOf(
      'arrivals: { process: profile, rates: [0.3/s, 0.6/s], durations: [1d, 1d] }\nservice: 1s\nservers: 1',
    );
    expect(meanNumberInSystem?.value).toBeCloseTo((0.3 / 0.7 + 0.6 / 0.4) / 2, 3);
    expect(throughput?.value).toBeCloseTo(0.45, 6);
  });

  it('up to nine tenths of what the server can do, and down again: everybody is served', () => {
    const text = (period: string) =>
      `arrivals: { process: sinusoidal, rate: 60/s, amplitude: 0.5, period: ${period} }\nservice: 10ms\nservers: 1`;
    for (const period of ['1s', '1min', '1h', '1d'])
      expect(measuresOf(text(period)).throughput?.value).toBeCloseTo(60, 4);
  });
});

describe('services of any law over time, taken as a flow', () => {
  const text = (period: string) =>
    `arrivals: { process: profile, rates: [0.3/s, 0.6/s], durations: [${period}, ${period}] }
service: { distribution: deterministic, value: 1s }
servers: 1`;

  it('of rates that change slowly: the average of the steady states', () => {
    const { meanNumberInSystem, throughput } = measuresOf(text('1d'));
    // M/D/1: ρ + ρ² / (2 (1 - ρ)).
    const steady = (0.3 + 0.09 / 1.4 + 0.6 + 0.36 / 0.8) / 2;
    expect(meanNumberInSystem).toMatchObject({ kind: 'approximation', value: expect.closeTo(steady, 3) });
    expect(throughput?.value).toBeCloseTo(0.45, 5);
  });

  it('of rates that change quickly: between those and the steady state of the average', () => {
    const { meanNumberInSystem } = measuresOf(text('2s'));
    const average = 0.45 + 0.45 ** 2 / (2 * 0.55);
    if (meanNumberInSystem?.kind !== 'approximation') throw new Error('not marked as an approximation');
    expect(meanNumberInSystem.value).toBeGreaterThan(average * 0.98);
    expect(meanNumberInSystem.between?.high).toBeCloseTo((0.3 + 0.09 / 1.4 + 0.6 + 0.36 / 0.8) / 2, 3);
  });

  it('at a peak that cannot be served: as many are served as come', () => {
    const { throughput, probabilityOfWait } = measuresOf(text('1h').replace('0.6/s', '1.5/s'));
    expect(throughput?.value).toBeCloseTo(0.9, 3);
    expect(probabilityOfWait?.value).toBeGreaterThan(0.9);
  });
});

it('a server for everyone and constant services: those who came in the last two seconds', () => {
  const { meanNumberInSystem, throughput } = measuresOf(`
arrivals: { process: profile, rates: [3/s, 1/s], durations: [4s, 4s] }
service: { distribution: deterministic, value: 2s }
servers: infinite
run: { duration: 8s }`);
  // Up to 6 in 2 s, down to 2 from 4 s to 6 s: 6 + 12 + 8 + 4 customer-seconds; 16 came, and 2 are still there.
  expect(meanNumberInSystem?.value).toBeCloseTo(30 / 8, 6);
  expect(throughput?.value).toBeCloseTo(14 / 8, 6);
});
