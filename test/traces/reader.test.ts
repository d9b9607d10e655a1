import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readTracesFromFiles } from '../../src/traces/files.js';
import { traceOf } from '../../src/traces/store.js';
import { few } from './few.js';

const folder = mkdtempSync(join(tmpdir(), 'sojourn-traces-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function written(text: string | Uint8Array): string {
  const path = join(folder, `${files++}`);
  writeFileSync(path, text);
  return path;
}
const read = (text: string) => traceOf(written(text));
/** The message, without the path of the file. */
function problem(text: string | Uint8Array): string {
  const path = written(text);
  try {
    traceOf(path);
  } catch (error) {
    return (error as Error).message.replaceAll(path, 'log');
  }
  throw new Error('this is a trace');
}

describe('a trace is read', () => {
  test('from CSV with services and classes, times from the first row on', () => {
    const trace = traceOf(few);
    expect([...trace.times]).toEqual([0, 0.5, 1.75, 2, 4, 4.25, 4.5, 7, 7, 8]);
    expect([...(trace.services ?? [])]).toEqual([0.02, 0.03, 0.5, 0.01, 0.08, 1, 0.02, 0.04, 0.25, 0.015]);
    expect(trace.classes?.filter(name => name === 'export').length).toBe(3);
  });

  test.each([
    ['a date in any zone', 'time\n2026-03-02T09:00:00Z\n2026-03-02T10:00:01.5+01:00\n', [0, 1.5]],
    ['semicolons and quotes', 'user;"timestamp"\n"a;b";1\n"say ""x""";3\n', [0, 2]],
    ['ends of lines as on Windows, blank lines at the end', 'time\r\n4\r\n5\r\n\r\n', [0, 1]],
    ['a byte order mark, no newline at the end', '\ufefftime\n4\n5', [0, 1]],
    ['NDJSON', '{"time": 1}\n{"time": 2.5, "more": [1]}\n', [0, 1.5]],
    [
      'the messages of a live run',
      '{"message":0,"intended":0.5,"service":1}\n{"intended":1,"service":2}\n',
      [0, 0.5],
    ],
  ])('%s', (_, text, times) => expect([...read(text).times]).toEqual(times));

  test('over the edges of the pieces in which it is read', () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => i / 8);
    expect([...read(`time,note\n${rows.map(time => `${time},é`).join('\n')}\n`).times]).toEqual(rows);
  });
});

describe('bad rows are told with their lines', () => {
  test('all of them', () => {
    const rows = [
      '0,1',
      '-1,2',
      '3,NaN',
      '2,',
      '',
      '5,1',
      '4,2',
      '7',
      'x,1',
      '9,2s',
      ',1',
      'Infinity,1',
      '9,-1',
    ];
    expect(problem(`time,service\n${rows.join('\n')}`)).toBe(
      [
        'log has 10 bad rows',
        'log:3: the time is negative: -1',
        'log:4: the service is "NaN"; expected seconds, or 20ms',
        'log:5: the service is missing',
        'log:6: an empty line',
        'log:8: the time is 4, before the 5 of line 7: expected times in order',
        'log:9: 1 cell, where the header has 2',
        'log:10: the time is "x"; expected seconds, or a date such as 2026-03-01T09:00:00.250Z',
        'log:12: the time is missing',
        'log:13: the time is "Infinity"; expected seconds, or a date such as 2026-03-01T09:00:00.250Z',
        'log:14: the service is negative: -1',
      ].join('\n  '),
    );
  });

  test('the first ten of many, and how many more', () =>
    expect(problem(`time\n${'x\n'.repeat(1000)}`)).toMatch(/1000 bad rows(\n.*){10}\n {2}and 990 more$/));

  test.each([
    ['a class that is missing', 'time,class\n1,a\n2,\n', 'log:3: the class is missing'],
    ['JSON that is none', '{"time":1}\n{"time":\n', 'log:2: this is no JSON'],
    ['JSON that is no object', '{"time":1}\n[2]\n', 'log:2: this is no JSON object'],
    ['no column of times', 'a,b\n1,2\n', 'log:1: no column of times'],
    ['one row', 'time\n1\n', 'log:2: the file ends here: expected two rows or more'],
    ['nothing', '', 'log:1: the file ends here: expected two rows or more'],
    ['no time between the rows', 'time\n1\n1\n', 'log:3: every row has the same time'],
    ['bytes that are no text', new Uint8Array([0x74, 0xff, 0xfe, 0x0a]), 'log: this is not text in UTF-8'],
  ])('%s', (_, text, message) => expect(problem(text)).toContain(message));

  test('a file that is not there', () =>
    expect(() => traceOf(join(folder, 'none'))).toThrow('none: there is no such file'));
});

test('a file is read again when reading begins anew', () => {
  const path = written('time\n1\n2\n');
  expect([...traceOf(path).times]).toEqual([0, 1]);
  writeFileSync(path, 'time\n1\n4\n');
  expect([...traceOf(path).times]).toEqual([0, 1]);
  readTracesFromFiles();
  expect([...traceOf(path).times]).toEqual([0, 3]);
});
