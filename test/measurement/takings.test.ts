import { describe, expect, test } from 'vitest';
import { latenessOfTakings } from '../../src/measurement/takings.js';
import { served } from './served.js';

const batch = 3;
const instant = 1e-9;

describe('what the takings of batches show of lateness', () => {
  test('by hand: who was left behind came after the others had been asked for', () => {
    const seen = served(
      [
        { sent: 0, end: 10, by: 0 },
        // Asked for at 10; the third had been sent before and did not go along, nor did the fourth.
        { sent: 5, end: 14, by: 0 },
        { sent: 9.8, fetched: 14.2, end: 18, by: 0 },
        { sent: 9.9, fetched: 14.2, end: 22, by: 0 },
      ],
      4,
    );
    const { sending, asking } = latenessOfTakings(seen, batch);
    expect([...sending]).toEqual([0, 0, 10 + instant - 9.8, 10 + instant - 9.9]);
    expect([...asking]).toEqual([0, 0, 0, 0]);
  });

  test('by hand: the request was under way after the last that went along', () => {
    const seen = served(
      [
        { sent: 0, end: 10, by: 0 },
        { sent: 9, fetched: 10.6, end: 14, by: 0 },
        { sent: 10.5, fetched: 10.6, end: 18, by: 0 },
      ],
      4,
    );
    const { sending, asking } = latenessOfTakings(seen, batch);
    expect([...sending]).toEqual([0, 0, 0]);
    expect([...asking]).toEqual([0.5, 0, 0]);
  });

  test('by hand: of two that ask at nearly the same time, whoever took the first asked first', () => {
    const seen = served(
      [
        { sent: 0, fetched: 1, end: 10.2, by: 0 },
        { sent: 1, fetched: 2, end: 10, by: 1 },
        ...[3, 4, 5].map((sent, k) => ({ sent, fetched: 11, end: 14 + 4 * k, by: 0 })),
        { sent: 6, fetched: 12, end: 30, by: 1 },
      ],
      4,
    );
    const { sending, asking } = latenessOfTakings(seen, batch);
    expect(sending.every(late => late === 0)).toBe(true);
    expect([...asking]).toEqual([0, 10.2 - 10, 0, 0, 0, 0]);
  });

  test('a full batch leaves others behind, and a consumer that waits gets the first alone: nobody was late', () => {
    const seen = served(
      [
        { sent: 0, end: 10, by: 0 },
        ...[1, 2, 3].map((sent, k) => ({ sent, fetched: 10.1, end: 14 + 4 * k, by: 0 })),
        { sent: 4, fetched: 22.1, end: 26, by: 0 },
        { sent: 30, fetched: 30.1, end: 34, by: 0 },
        { sent: 30.5, fetched: 34.1, end: 38, by: 0 },
      ],
      4,
    );
    const { sending, asking } = latenessOfTakings(seen, batch);
    expect([...sending, ...asking].every(late => late === 0)).toBe(true);
  });

  test('who stood behind others may have been taken and lost with them: that is no sign', () => {
    const seen = served(
      [
        { sent: 0, end: 10, by: 0 },
        { sent: 5, end: 14, by: 0 },
        { sent: 9.7, end: Number.NaN, by: -1 },
        { sent: 9.9, end: 18, by: 1 },
      ],
      4,
    );
    expect([...latenessOfTakings(seen, batch).sending]).toEqual([0, 0, 0, 0]);
  });

  test('what a queue holds back for more than a quarter of a service is no lateness', () => {
    const seen = served(
      [
        { sent: 0, end: 10, by: 0 },
        { sent: 5, end: 14, by: 0 },
        { sent: 8, end: 18, by: 0 },
      ],
      4,
    );
    expect([...latenessOfTakings(seen, batch).sending]).toEqual([0, 0, 0]);
  });

  test('nothing is shown where those that were taken at once did not stand together', () => {
    const seen = served([
      { sent: 0, fetched: 1, end: 10, by: 0 },
      { sent: 0.1, fetched: 2, end: 11, by: 1 },
      { sent: 0.2, fetched: 1, end: 12, by: 0 },
      { sent: 9.9, fetched: 12.1, end: 13, by: 0 },
    ]);
    const { sending, asking } = latenessOfTakings(seen, batch);
    expect([...sending, ...asking].every(late => late === 0)).toBe(true);
  });
});
