import { describe, expect, it } from 'vitest';
import { type ArrivalSpec, arrivalProcessOf } from '../../src/arrivals/index.js';
import { ParameterError } from '../../src/distributions/index.js';
import { streamFor } from '../../src/random/index.js';

describe('values worked by hand', () => {
  it('gives a Poisson process scv 1 and dispersion 1, and calls it M', () => {
    expect(arrivalProcessOf({ process: 'poisson', rate: 120 })).toMatchObject({
      kendall: 'M',
      rate: 120,
      scv: 1,
      dispersion: 1,
      renewal: true,
    });
  });

  it('names a renewal process by the law of its interarrival times', () => {
    const kendall = (distribution: Record<string, number | string>): string =>
      arrivalProcessOf({ process: 'renewal', interarrival: distribution as never } as ArrivalSpec).kendall;
    expect(kendall({ distribution: 'exponential', mean: 1 })).toBe('M');
    expect(kendall({ distribution: 'erlang', mean: 1, k: 3 })).toBe('E3');
    expect(kendall({ distribution: 'deterministic', value: 1 })).toBe('D');
    expect(kendall({ distribution: 'uniform', min: 0, max: 1 })).toBe('GI');
    expect(arrivalProcessOf({ process: 'renewal', rate: 2, scv: 3 }).kendall).toBe('H2');
  });

  it('gives batches of 5: one gap and four zeros, scv 2 * 5 - 1, dispersion 25 / 5', () => {
    const process = arrivalProcessOf({ process: 'batch', rate: 30, size: 5 });
    expect(process).toMatchObject({ kendall: 'M^X', rate: 30, scv: 9, dispersion: 5, renewal: false });
    const times = new Float64Array(13);
    process.source(streamFor(1, 'batches')).fill(times);
    expect([...times].map(time => time > 0)).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('gives geometric batches of mean 3: E B^2 = 3 * 5, dispersion 5 = scv', () => {
    const process = arrivalProcessOf({ process: 'batch', batchRate: 2, meanSize: 3 });
    expect(process).toMatchObject({ rate: 6, scv: 5, dispersion: 5, renewal: true });
  });

  it('takes batches of one for a Poisson process', () => {
    expect(arrivalProcessOf({ process: 'batch', rate: 3, size: 1 })).toMatchObject({ kendall: 'M', scv: 1 });
    expect(arrivalProcessOf({ process: 'batch', rate: 3, meanSize: 1 })).toMatchObject({
      kendall: 'M',
      scv: 1,
    });
  });

  // Two states with rates a, b and changes at rates p, q; d = 2 p q (a - b)^2 / (p + q)^2:
  // rate (a q + b p) / (p + q), dispersion 1 + d / (a q + b p), scv 1 + d / (a b + a q + b p).
  it('gives an MMPP of two states its closed forms', () => {
    const process = arrivalProcessOf({ process: 'mmpp', rates: [2, 0.5], holding: [20, 10] });
    const [a, b, p, q] = [2, 0.5, 0.05, 0.1];
    const d = (2 * p * q * (a - b) ** 2) / (p + q) ** 2;
    expect(process.kendall).toBe('MMPP');
    expect(process.rate).toBeCloseTo(1.5, 12);
    expect(process.dispersion).toBeCloseTo(1 + d / (a * q + b * p), 12);
    expect(process.scv).toBeCloseTo(1 + d / (a * b + a * q + b * p), 12);
  });

  it('gives an MMPP of equal rates the dispersion and the scv of Poisson', () => {
    const process = arrivalProcessOf({ process: 'mmpp', rates: [3, 3, 3], holding: [1, 2, 5] });
    expect(process.rate).toBeCloseTo(3, 12);
    expect(process.scv).toBeCloseTo(1, 12);
    expect(process.dispersion).toBeCloseTo(1, 12);
  });

  it('gives an MMPP that cycles the states in order the same answer as its written transitions', () => {
    const cycling = arrivalProcessOf({ process: 'mmpp', rates: [1, 2, 9], holding: [1, 2, 3] });
    const written = arrivalProcessOf({
      process: 'mmpp',
      rates: [1, 2, 9],
      holding: [1, 2, 3],
      transitions: [0, 1, 0, 0, 0, 1, 1, 0, 0],
    });
    expect(cycling.rate).toBeCloseTo((1 + 4 + 27) / 6, 12);
    expect([written.rate, written.scv, written.dispersion]).toEqual([
      cycling.rate,
      cycling.scv,
      cycling.dispersion,
    ]);
  });

  it('gives bursts and silences the answers of the MMPP with a silent state', () => {
    const bursts = arrivalProcessOf({ process: 'on-off', onRate: 40, meanOn: 0.2, meanOff: 0.6 });
    const silent = arrivalProcessOf({ process: 'mmpp', rates: [40, 0], holding: [0.2, 0.6] });
    expect(bursts).toMatchObject({ kendall: 'H2', renewal: true });
    expect(bursts.rate).toBeCloseTo(10, 12);
    expect(bursts.rate).toBeCloseTo(silent.rate, 12);
    expect(bursts.scv).toBeCloseTo(silent.scv, 11);
    expect(bursts.dispersion).toBeCloseTo(silent.dispersion, 11);
    // The closed form above with b = 0: 1 + 2 onRate meanOn meanOff^2 / (meanOn + meanOff)^2.
    expect(bursts.scv).toBeCloseTo(1 + (2 * 40 * 0.2 * 0.6 ** 2) / 0.8 ** 2, 11);
    const byMean = arrivalProcessOf({ process: 'on-off', rate: 10, meanOn: 0.2, meanOff: 0.6 });
    expect(byMean.scv).toBeCloseTo(bursts.scv, 11);
  });
});

describe('what is refused', () => {
  const refusals: readonly [ArrivalSpec, string][] = [
    [{ process: 'posson', rate: 1 }, 'process'],
    [{ process: 'toString', rate: 1 }, 'process'],
    [{ process: 'poisson' }, 'rate'],
    [{ process: 'poisson', rate: 0 }, 'rate'],
    [{ process: 'poisson', rate: -1 }, 'rate'],
    [{ process: 'poisson', rate: Number.NaN }, 'rate'],
    [{ process: 'poisson', rate: Number.POSITIVE_INFINITY }, 'rate'],
    [{ process: 'poisson', rate: 1, interval: 1 }, 'interval'],
    [{ process: 'deterministic', rate: 1, interval: 1 }, 'interval'],
    [{ process: 'renewal', rate: 1 }, 'scv'],
    [{ process: 'renewal', rate: 1, scv: 1e-9 }, 'scv'],
    [{ process: 'renewal', interarrival: 3 }, 'interarrival'],
    [{ process: 'renewal', interarrival: { distribution: 'erlang', mean: 1 } }, 'interarrival.k'],
    [{ process: 'renewal', interarrival: { distribution: 'deterministic', value: 0 } }, 'interarrival'],
    [{ process: 'renewal', interarrival: { distribution: 'pareto', alpha: 1, min: 1 } }, 'interarrival'],
    [{ process: 'batch', rate: 1, size: 1.5 }, 'size'],
    [{ process: 'batch', rate: 1, size: 0 }, 'size'],
    [{ process: 'batch', rate: 1, meanSize: 0.9 }, 'meanSize'],
    [{ process: 'mmpp', rates: [1], holding: [1] }, 'rates'],
    [{ process: 'mmpp', rates: [0, 0], holding: [1, 1] }, 'rates'],
    [{ process: 'mmpp', rates: [1, -1], holding: [1, 1] }, 'rates'],
    [{ process: 'mmpp', rates: [1, 2], holding: [1] }, 'holding'],
    [{ process: 'mmpp', rates: [1, 2], holding: [1, 0] }, 'holding'],
    [{ process: 'mmpp', rates: [1, 2], holding: [1, 1], transitions: [0, 1, 1] }, 'transitions'],
    [{ process: 'mmpp', rates: [1, 2], holding: [1, 1], transitions: [0.5, 0.5, 1, 0] }, 'transitions'],
    [{ process: 'mmpp', rates: [1, 2], holding: [1, 1], transitions: [0, 0.9, 1, 0] }, 'transitions'],
    [
      { process: 'mmpp', rates: [1, 2, 3], holding: [1, 1, 1], transitions: [0, 1, 0, 1, 0, 0, 1, 0, 0] },
      'transitions',
    ],
    [{ process: 'on-off', rate: 1, meanOn: 0, meanOff: 1 }, 'meanOn'],
  ];

  it.each(refusals)('%j', (spec, parameter) => {
    let caught: unknown;
    try {
      arrivalProcessOf(spec);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ParameterError);
    expect((caught as ParameterError).parameter).toBe(parameter);
    expect((caught as ParameterError).expected.length).toBeGreaterThan(5);
  });
});

describe('a Markovian arrival process', () => {
  const gapsOf = (spec: ArrivalSpec) => {
    const { rate, scv, dispersion } = arrivalProcessOf(spec);
    return { rate, scv, dispersion };
  };
  const close = (found: object, wanted: Record<string, number>) => {
    for (const [name, value] of Object.entries(wanted))
      expect(found[name as keyof typeof found]).toBeCloseTo(value, 10);
  };

  it('with an Erlang gap is that renewal process', () => {
    close(gapsOf({ process: 'map', d0: [0, 4, 0, 0], d1: [0, 0, 4, 0] }), {
      rate: 2,
      scv: 0.5,
      dispersion: 0.5,
    });
  });

  it('with arrivals that leave the phase alone is the modulated Poisson process', () => {
    const modulated = gapsOf({ process: 'mmpp', rates: [20, 2], holding: [0.5, 1] });
    close(gapsOf({ process: 'map', d0: [-22, 2, 1, -3], d1: [20, 0, 0, 2] }), modulated);
  });

  it.each([
    [{ d0: [-2, 1, 1], d1: [1, 0, 0] }, 'd0', /square matrix/],
    [{ d0: [-2, 1, 1, -2], d1: [1] }, 'd1', /4 rates, as many as d0 has/],
    [{ d0: [-3, 1, 1, -2], d1: [1, 0, 0, 1] }, 'd0', /-2 or 0 on the diagonal of row 1/],
    [{ d0: [-2, -1, 1, -2], d1: [1, 0, 0, 1] }, 'd0', /no negative rate beside the diagonal, as in row 1/],
    [{ d0: [-1, 1, 1, -1], d1: [0, 0, 0, 0] }, 'd1', /one above 0/],
    [{ d0: [-1, 0, 0, -1], d1: [1, 0, 0, 1] }, 'd0', /a way from every phase to every other/],
  ])('refuses %j', (parameters, parameter, expected) => {
    const make = () => arrivalProcessOf({ process: 'map', ...parameters } as ArrivalSpec);
    expect(make).toThrow(ParameterError);
    expect(make).toThrow(expect.objectContaining({ parameter, expected: expect.stringMatching(expected) }));
  });
});

describe('a rate that changes with time', () => {
  it('is the mean rate of a cycle, or the last one that goes on for ever', () => {
    expect(arrivalProcessOf({ process: 'profile', rates: [30, 0, 6], durations: [1, 2, 3] }).rate).toBe(8);
    expect(arrivalProcessOf({ process: 'profile', rates: [30, 6], durations: [1] })).toMatchObject({
      rate: 6,
      cycle: 1,
      scv: 1,
    });
    const hourly = Array.from({ length: 24 }, (_, h) => (h < 8 ? 0 : 3));
    expect(arrivalProcessOf({ process: 'profile', hourly })).toMatchObject({ rate: 2, cycle: 86_400 });
  });

  it('has gaps of scv 1 where the rate does not change after all', () => {
    expect(arrivalProcessOf({ process: 'profile', rates: [5, 5], durations: [1, 7] }).scv).toBeCloseTo(1, 12);
    expect(arrivalProcessOf({ process: 'sinusoidal', rate: 5, amplitude: 0, period: 3 }).scv).toBeCloseTo(
      1,
      12,
    );
  });

  it('follows the rate from time 0 on: counts of the first hour, minute by minute', () => {
    const minutes = 60;
    const count = (spec: ArrivalSpec): number[] => {
      const seen = Array.from({ length: minutes }, () => 0);
      for (let seed = 0; seed < 400; seed++) {
        const times = new Float64Array(3000);
        arrivalProcessOf(spec).source(streamFor(seed, 'profile')).fill(times);
        let clock = 0;
        for (const time of times) {
          clock += time;
          if (clock < 60 * minutes) seen[Math.floor(clock / 60)]++;
        }
      }
      return seen;
    };
    const compare = (spec: ArrivalSpec, mean: (minute: number) => number) => {
      const off = count(spec).map(
        (n, minute) => (n - 400 * mean(minute)) / Math.sqrt(400 * mean(minute) || 1),
      );
      // The largest of 60 standard normal numbers: beyond 4.5 once in 2,400.
      expect(Math.max(...off.map(Math.abs))).toBeLessThan(4.5);
    };
    compare({ process: 'profile', rates: [0.5, 0, 0.2], durations: [600, 300, 900] }, minute =>
      minute % 30 < 10 ? 30 : minute % 30 < 15 ? 0 : 12,
    );
    const phase = (minute: number) => (2 * Math.PI * minute) / 20;
    compare({ process: 'sinusoidal', rate: 0.3, amplitude: 0.9, period: 1200 }, minute => {
      const swing = (20 / (2 * Math.PI)) * (Math.cos(phase(minute)) - Math.cos(phase(minute + 1)));
      return 18 * (1 + 0.9 * swing);
    });
  });

  it.each([
    [{ rates: [1, 2], durations: [1, 2, 3] }, 'durations', /2 of them/],
    [{ rates: [0, 0], durations: [1, 2] }, 'rates', /one above 0/],
    [{ rates: [1, 0], durations: [1] }, 'rates', /a last rate above 0/],
    [{ hourly: [1, 2] }, 'hourly', /24 rates, not 2/],
  ])('refuses %j', (parameters, parameter, expected) => {
    const make = () => arrivalProcessOf({ process: 'profile', ...parameters } as ArrivalSpec);
    expect(make).toThrow(expect.objectContaining({ parameter, expected: expect.stringMatching(expected) }));
  });
});
