import { expect, test } from 'vitest';
import { measuresCsv } from '../../src/report/csv/measures.js';
import { csvText } from '../../src/report/csv/rows.js';
import { networkStudy } from './sample-network.js';
import { hostileName, hostileStudy, wholeStudy } from './sample-study.js';

test('commas, quotes and line ends are quoted; a text that a sheet would take for a formula is none', () => {
  expect(
    csvText([
      ['a,b', 'say "no"', 'two\nlines'],
      ['=1+1', '@x', -1],
      [undefined, true, ''],
    ]),
  ).toBe('"a,b","say ""no""","two\nlines"\r\n\'=1+1,\'@x,-1\r\n,true,\r\n');
});

const rowsOf = (text: string) =>
  text
    .trimEnd()
    .split('\r\n')
    .map(row => row.split(','));

test('each number of a study stands in a row, to the last digit, with its interval', () => {
  const [head, ...rows] = rowsOf(measuresCsv(wholeStudy));
  expect(head.join()).toBe(
    'scenario,seed,station,class,measure,engine,model,kind,value,low,high,confidence,verdict',
  );
  const numbers = wholeStudy.comparisons.flatMap(({ columns }) => Object.values(columns));
  expect(rows).toHaveLength(numbers.length);
  const mean = wholeStudy.results[1].measures.meanWait!;
  const row = rows.find(one => one[4] === 'meanWait' && one[5] === 'simulation')!;
  expect(Number(row[8])).toBe(mean.value);
  expect(mean.kind === 'sampled' && [mean.low, mean.high]).toEqual([Number(row[9]), Number(row[10])]);
});

test('stations and classes have rows of their own', () => {
  const [, ...rows] = rowsOf(measuresCsv(networkStudy));
  expect(new Set(rows.map(row => row[2]))).toEqual(new Set(['', 'api', 'db']));
  expect(new Set(rows.map(row => row[3]))).toEqual(new Set(['', 'orders', 'reports']));
});

test('a hostile name makes no row, no cell and no formula', () => {
  const text = measuresCsv(hostileStudy);
  // A parser of its own: cells are quoted with doubled quotes, or hold none.
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  rows.pop();
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) expect(row).toHaveLength(13);
  expect(rows[1][0]).toBe(hostileName);
});
