import { describe, expect, test } from 'vitest';
import type { ExactOrApproximate, LiveRecord, Result } from '../../src/result/result.js';
import { verdictInWords } from '../../src/study/verdict-in-words.js';
import { approximation, failedStudy, unstableStudy, wholeStudy } from '../report/sample-study.js';

const [theory, simulation] = wholeStudy.results;
const theorySource = (theory.measures.meanSojourn as ExactOrApproximate).source;
const found = (results: readonly Result[]) => ({
  results,
  unanswered: [],
  comparisons: [],
  thresholds: [],
});
const withLive = (change: Partial<LiveRecord>): Result[] =>
  wholeStudy.results.map(result =>
    result.live ? { ...result, live: { ...result.live, ...change } } : result,
  );

describe('the first sentence is the answer', () => {
  test('by the exact formula where there is one', () => {
    expect(verdictInWords(found([simulation, theory]))[0]).toBe(
      'Customers stay 39.2 ms on average, 99 of 100 no longer than 165 ms (M/M/2, exact).',
    );
  });

  test('by the simulation, with its intervals, where theory has but an approximation, or nothing', () => {
    const rough: Result = {
      ...theory,
      measures: { meanSojourn: approximation(0.05) },
      sojournQuantiles: [],
    };
    for (const results of [[rough, simulation], [simulation]])
      expect(verdictInWords(found(results))[0]).toMatch(
        /^Customers stay 39\.\d ms \(\d\d\.?\d? to \d\d\.?\d? ms\) on average, 99 of 100 no longer than 1\d\d ms \(.* ms\), by simulation of [\d ]+ customers\.$/,
      );
    expect(verdictInWords(found([rough]))[0]).toBe(
      'Customers stay 50 ms on average (M/M/2, an approximation).',
    );
  });

  test('that there is none, where the queue grows without end', () => {
    expect(verdictInWords(found(unstableStudy.results))[0]).toMatch(/^Unstable: the queue grows by 20\/s/);
    expect(verdictInWords(found(unstableStudy.results)).join()).not.toContain('Customers stay');
  });
});

test('checks that failed are told one from the other, though their names have commas', () => {
  const [check] = failedStudy.results.find(({ live }) => live)!.live!.checks;
  const checks = ['lateness, p99', 'mean service, off by', 'load'].map(name => ({
    ...check,
    name,
    passed: false,
  }));
  expect(verdictInWords(found(withLive({ checks, attempts: 1 })))[0]).toBe(
    'Not comparable: the live run failed 3 of its own 3 checks in 1 attempt: lateness (p99), mean service (off by), load. ' +
      'The numbers are kept, but they do not judge the queue.',
  );
});

test('what a twin that suffered faults shows is not put down to the draw', () => {
  const words = (live: Partial<LiveRecord>) =>
    verdictInWords({ ...found(withLive(live)), comparisons: wholeStudy.comparisons }).find(line =>
      line.startsWith('As asked'),
    );
  expect(words({})).toContain(
    'the customers that were drawn make it 37.6 ms (−4 %): sampling, not the queue.',
  );
  expect(words({ disturbed: { faults: ['kill consumer 2 at 4 s'] } })).toContain(
    'the customers that were drawn and the faults make it 37.6 ms (−4 %).',
  );
});

describe('a backlog', () => {
  const words = (drain: LiveRecord['drain']) => verdictInWords(found(withLive({ drain }))).join(' ');

  test('took as long as was measured, beside its twin and what was predicted', () => {
    const time = (value: number) => ({ kind: 'exact', value, source: theorySource }) as const;
    const predicted = {
      engine: 'theory',
      model: 'M/M/2',
      meanBacklog: time(598),
      meanTime: time(4.3),
      percentiles: [
        { p: 0.5, ...time(4.2) },
        { p: 0.95, ...time(4.8) },
      ],
    } as const;
    expect(words({ backlog: 600, measured: 4.5, twin: 4.4, predicted })).toContain(
      'The backlog of 600 messages was gone after 4.5 s (4.4 s by its twin); predicted are 4.3 s on average, 4.2 s in half of all runs and no more than 4.8 s in 95 of 100 (M/M/2).',
    );
  });

  test('that was still there when the arrivals ended has not drained', () => {
    expect(words({ backlog: 600 })).toContain(
      'The backlog of 600 messages was not gone before the arrivals ended.',
    );
  });
});
