import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotationError, parseNotation } from '../../src/scenario/notation.js';

const said = (text: string): string => {
  try {
    parseNotation(text);
  } catch (error) {
    if (error instanceof NotationError) return error.message;
    throw error;
  }
  return 'nothing wrong';
};

const m = { letter: 'M' };

describe("Kendall's notation", () => {
  it.each([
    ['M/M/4', { arrivals: m, service: m, servers: 4, discipline: 'fcfs' }],
    ['m/g/3', { arrivals: m, service: { letter: 'G' }, servers: 3 }],
    ['GI/H2/2', { arrivals: { letter: 'G' }, service: { letter: 'H2' } }],
    ['E1/E_3/2', { arrivals: m, service: { letter: 'E', phases: 3 } }],
    ['M/M/5/50', { servers: 5, capacity: 50 }],
    ['M/M/4//20', { servers: 4, population: 20 }],
    ['M/M/4/4/20', { capacity: 4, population: 20 }],
    ['M/M/4/4//20', { capacity: 4, population: 20 }],
    ['M/M/4/inf/20', { population: 20 }],
    ['M/D/∞', { service: { letter: 'D' }, servers: 'infinite' }],
    ['M/M/4+D', { patience: { letter: 'D' } }],
    ['M/M/4/9+M-LCFS', { capacity: 9, patience: m, discipline: 'lcfs' }],
    ['M/G/1-lcfs-preemptive', { discipline: 'lcfs-preemptive' }],
    [' M / LN / 2 ', { text: 'M/LN/2', service: { letter: 'LN' } }],
  ])('%s', (text, expected) => {
    expect(parseNotation(text)).toMatchObject(expected);
  });

  it.each([
    ['M/Q/7', '"Q" is no law of the service times\n  | M/Q/7\n  |   ^\n  expected M (exponential)'],
    ['M/M', 'the end comes too early\n  | M/M\n  |    ^\n  expected "/" and the number of servers'],
    ['', 'the end comes too early'],
    ['M/M/c', '"c" is no number of servers\n  | M/M/c\n  |     ^\n  expected a whole number from 1'],
    ['M/M/0', '"0" is no number of servers'],
    ['M/M/2.5', '"2.5" is no number of servers'],
    ['M/M/-1', '"-" is no number of servers'],
    ['M/M/1e308', '"1e308" is no number of servers'],
    ['M/M/99999999999', 'expected a whole number from 1 to 1000000000'],
    ['M/M/4/2', '"2" is no room for all servers\n  | M/M/4/2\n  |       ^\n  expected a whole number from 4'],
    ['M/M/4//', 'the end comes too early'],
    ['M/M/4+', 'the end comes too early'],
    ['M/M/4+X', '"X" is no law of the patience'],
    ['M/M/1-LIFO', '"LIFO" is no order of service'],
    ['E0/M/1', '"0" is no number of phases\n  | E0/M/1\n  |  ^\n'],
    ['XY/PH/1', '"XY" is no law of the times between arrivals'],
    ['M/M/1 2 3 4x', 'is no number of servers'],
    ['M/M/4/5/6/7', '"/" is one thing too many'],
    ['M/'.repeat(100), 'this is too long'],
  ])('%s is none, and the message shows where', (text, message) => {
    expect(said(text)).toContain(message);
  });

  it('is read or refused, never anything else', () => {
    const pieces = fc.constantFrom(
      'M',
      'G',
      'E',
      '/',
      '//',
      '4',
      '0',
      '+',
      '-',
      'PS',
      'inf',
      ' ',
      '\u{1f600}',
      '.',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), parts => {
        expect(said(parts.join(''))).toMatch(/^nothing wrong$|\n {2}expected /);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
