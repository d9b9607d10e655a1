import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDuration,
  formatNumber,
  formatPercent,
  formatRate,
  type Parsed,
  parseDuration,
  parseFraction,
  parseRate,
  patterns,
} from '../src/units.js';

const value = (parsed: Parsed): number => {
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
};
const problem = (parsed: Parsed): string => (parsed.ok ? `read as ${parsed.value}` : parsed.problem);

describe('parseDuration', () => {
  it.each([
    ['20ms', 0.02],
    ['1.5s', 1.5],
    ['5min', 300],
    ['5 m', 300],
    ['2h', 7200],
    ['1d', 86_400],
    ['1w', 604_800],
    ['250us', 250e-6],
    ['250\u00b5s', 250e-6],
    ['250\u03bcs', 250e-6],
    ['7ns', 7e-9],
    ['.5 s', 0.5],
    ['1_000ms', 1],
    ['1e3 ms', 1],
    ['2 minutes', 120],
    ['-3s', -3],
    ['0', 0],
  ])('%s', (text, seconds) => expect(value(parseDuration(text))).toBeCloseTo(seconds, 12));

  it.each([
    ['20', '"20" has no unit'],
    ['20sm', '"sm" is not a unit of time'],
    ['20MS', '"MS" is not a unit of time'],
    ['1constructor', '"constructor" is not a unit of time'],
    ['ms', '"ms" is not a duration'],
    ['1.2.3s', '"1.2.3s" is not a duration'],
    ['20/s', '"20/s" is not a duration'],
    ['1e999s', '"1e999s" is too large a number'],
    ['1e308s', '"1e308s" is too large a number'],
    ['1e-200s', '"1e-200s" is too small a number'],
    ['', '"" is not a duration'],
  ])('refuses %s', (text, message) => expect(problem(parseDuration(text))).toBe(message));
});

describe('parseRate', () => {
  it.each([
    ['120/s', 120],
    ['300/min', 5],
    ['30/h', 30 / 3600],
    ['300/30min', 300 / 1800],
    ['90 / 1.5 min', 1],
    ['1200/minute', 20],
    ['1_200/s', 1200],
  ])('%s', (text, perSecond) => expect(value(parseRate(text))).toBeCloseTo(perSecond, 12));

  it.each([
    ['120', '"120" has no unit'],
    ['120/', '"120/" is not a rate'],
    ['120/x', '"x" is not a unit of time'],
    ['120/0s', '"120/0s" counts per a period of 0'],
    ['120/-2s', '"120/-2s" counts per a period of -2'],
    ['20ms', '"20ms" is not a rate'],
    ['1e308/1e-9s', '"1e308/1e-9s" is too large a number'],
  ])('refuses %s', (text, message) => expect(problem(parseRate(text))).toBe(message));
});

describe('parseFraction', () => {
  it.each([
    ['5%', 0.05],
    ['0.1 %', 0.001],
    ['0.05', 0.05],
    ['100%', 1],
  ])('%s', (text, fraction) => expect(value(parseFraction(text))).toBeCloseTo(fraction, 15));

  it.each([
    ['5 percent', '"5 percent" is not a fraction or a percentage'],
    ['%', '"%" is not a fraction or a percentage'],
  ])('refuses %s', (text, message) => expect(problem(parseFraction(text))).toBe(message));
});

describe('format', () => {
  it.each([
    [0, '0 s'],
    [3.2e-8, '32 ns'],
    [2.5e-4, '250 µs'],
    [0.0142, '14.2 ms'],
    [0.9999, '1 s'],
    [119.4, '119 s'],
    [119.96, '2 min'],
    [120, '2 min'],
    [7200, '2 h'],
    [172_800, '2 d'],
    [-0.0142, '-14.2 ms'],
  ])('%d seconds: %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  it.each([
    [0, '0/s'],
    [120, '120/s'],
    [0.99999, '1/s'],
    [0.05, '3/min'],
    [5 / 3600, '5/h'],
  ])('%d per second: %s', (rate, text) => expect(formatRate(rate)).toBe(text));

  it('numbers and percentages', () => {
    expect(formatNumber(1234.5)).toBe('1230');
    expect([0, 999, 1000, 610_000, 4_194_265].map(n => formatCount(n))).toEqual([
      '0',
      '999',
      '1 000',
      '610 000',
      '4 194 265',
    ]);
    expect(formatCount(4_194_265, 2)).toBe('4 200 000');
    expect(formatCount(-12_345.678_91)).toBe('-12 345.67891');
    expect(formatCount(0.1 + 0.2, 12)).toBe('0.3');
    expect(formatNumber(0.123456, 2)).toBe('0.12');
    expect(formatPercent(0.05)).toBe('5 %');
    expect(formatPercent(0.9987)).toBe('99.9 %');
    // Busy all the time is not almost all the time.
    expect(formatPercent(0.99999)).toBe('99.999 %');
    expect(formatPercent(1)).toBe('100 %');
    expect(formatPercent(1 - 1e-15)).toBe('100 %');
    expect(formatPercent(1.0001)).toBe('100 %');
  });
});

describe('round trips', () => {
  const size = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
  const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * Math.abs(b));

  it('what is printed in full reads back', () => {
    fc.assert(
      fc.property(size, x => {
        close(value(parseDuration(formatDuration(x, 17))), x);
        close(value(parseRate(formatRate(x, 17))), x);
        close(value(parseFraction(formatPercent(x, 17))), x);
      }),
    );
  });

  it('what is printed short is off by at most half a unit of its last digit', () => {
    fc.assert(
      fc.property(size, x => {
        expect(Math.abs(value(parseDuration(formatDuration(x))) / x - 1)).toBeLessThanOrEqual(0.00501);
        expect(Math.abs(value(parseRate(formatRate(x))) / x - 1)).toBeLessThanOrEqual(0.00501);
      }),
    );
  });

  it('the patterns of the schema match whatever is read', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[+-]?\d{1,4}(\.\d{0,3})?(e-?\d)? ?(\/ ?\d{0,2})? ?(ms|s|min|h|%)?$/),
        text => {
          if (parseDuration(text).ok && Number.parseFloat(text) !== 0)
            expect(text).toMatch(new RegExp(patterns.duration));
          if (parseRate(text).ok) expect(text).toMatch(new RegExp(patterns.rate));
          if (parseFraction(text).ok) expect(text).toMatch(new RegExp(patterns.fraction));
        },
      ),
    );
  });

  it('any text is read or refused, never thrown on', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        for (const parse of [parseDuration, parseRate, parseFraction]) {
          const parsed = parse(text);
          if (parsed.ok) expect(Number.isFinite(parsed.value)).toBe(true);
          else expect(parsed.problem.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
