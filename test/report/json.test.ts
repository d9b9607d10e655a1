import { describe, expect, test } from 'vitest';
import { decodeStudy, encodeStudy, StudyFormatError } from '../../src/report/json.js';
import { hostileNetwork, networkStudy } from './sample-network.js';
import { failedStudy, hostileStudy, theoryStudy, unstableStudy, wholeStudy } from './sample-study.js';

const studies = {
  wholeStudy,
  theoryStudy,
  unstableStudy,
  hostileStudy,
  failedStudy,
  networkStudy,
  hostileNetwork,
};

describe('study.json', () => {
  test.each(Object.entries(studies))('%s comes back as it went', (_, study) => {
    const text = encodeStudy(study);
    expect(decodeStudy(text)).toEqual(study);
    expect(encodeStudy(decodeStudy(text))).toBe(text);
  });

  test('says first what it is, whatever the order in which the study was made', () => {
    const backwards = Object.fromEntries(
      Object.entries(wholeStudy).reverse(),
    ) as unknown as typeof wholeStudy;
    expect(encodeStudy(backwards)).toBe(encodeStudy(wholeStudy));
    expect(Object.keys(JSON.parse(encodeStudy(backwards))).slice(0, 2)).toEqual(['schema', 'verdict']);
  });

  test('is the plain JSON of the study, a curve on one line', () => {
    const text = encodeStudy({ ...wholeStudy, verdict: ['[\n 1,\n 2]'] });
    expect(JSON.parse(text)).toEqual({ ...wholeStudy, verdict: ['[\n 1,\n 2]'] });
    expect(text).toMatch(/^ *"time": \[0(, [-\d.e]+){120}\],$/m);
    expect(text.split('\n').length).toBeLessThan(3000);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses to write %d', value => {
    const source = { ref: 'x', at: '', text: 'X', checked: false };
    const results = [
      { ...theoryStudy.results[0], measures: { meanWait: { kind: 'exact', value, source } as const } },
    ];
    expect(() => encodeStudy({ ...theoryStudy, results })).toThrow(/"value"/);
  });

  const changed = (change: (study: Record<string, never>) => void): string => {
    const document = JSON.parse(encodeStudy(wholeStudy));
    change(document);
    return JSON.stringify(document);
  };

  test.each([
    ['nothing', '', /not JSON/],
    ['half a document', encodeStudy(wholeStudy).slice(0, 5000), /not JSON/],
    ['a list', '[]', /the document is not an object/],
    ['another document', '{"name": "x"}', /not a study: it has no "schema" number/],
    [
      'a later version',
      changed(study => Object.assign(study, { schema: 2 })),
      /schema 2, which a newer version wrote; this version reads schema 1/,
    ],
    ['a version before the first', changed(study => Object.assign(study, { schema: 0 })), /unknown schema 0/],
    ['no results', changed(study => delete study.results), /results is not a list/],
    [
      'a text for a number',
      changed(study =>
        Object.assign(study.results[0], { measures: { meanWait: { kind: 'sampled', value: 'x' } } }),
      ),
      /results\[0\]\.measures\.meanWait\.value is not a number/,
    ],
    [
      'a station without a list of percentiles',
      changed(study => Object.assign(study.results[1], { stations: { api: { measures: {} } } })),
      /results\[1\]\.stations\.api\.waitQuantiles is not a list/,
    ],
    [
      'a class whose number is none',
      changed(study =>
        Object.assign(study.results[1], { classes: { orders: { measures: { throughput: 3 } } } }),
      ),
      /results\[1\]\.classes\.orders\.measures\.throughput is not an object/,
    ],
    [
      'an engine that is none',
      changed(study => Object.assign(study.results[1], { engine: 'oracle' })),
      /results\[1\]\.engine is not one of theory, simulation, twin, live/,
    ],
    [
      'a curve whose halves differ',
      changed(study =>
        Object.assign(study.results[2], { tails: { wait: { time: [0, 1], probability: [1] } } }),
      ),
      /results\[2\]\.tails\.wait: time and probability differ in length/,
    ],
  ])('refuses %s in one clear message', (_, text, message) => {
    expect(() => decodeStudy(text)).toThrow(StudyFormatError);
    expect(() => decodeStudy(text)).toThrow(message);
    expect(() => decodeStudy(text)).toThrow(/expected a study\.json as "sojourn run" writes it/);
  });
});
