import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  formats,
  type Inferred,
  importData,
  type ReadOptions,
  toScenario,
} from '../../../src/ingest/index.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { type Sample, samples } from './samples.js';

function fileOf(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sojourn-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'data');
  writeFileSync(file, content);
  return file;
}

const optionsOf = ({ options }: Sample): ReadOptions => ({ columns: {}, labels: {}, ...options });
const meanIn = ({ service, buckets, meanService }: Inferred): number | undefined =>
  service?.mean ?? buckets?.mean.high ?? meanService;

test('every format has a sample', () => {
  expect(samples.map(({ name }) => name).sort()).toEqual(formats.map(({ name }) => name).sort());
});

describe.each(samples)('$name', sample => {
  const { name, content, customers, rate, mean, spoiled, says } = sample;

  test('is known by how it begins, and says what it holds', () => {
    const { inferred } = importData(fileOf(content), optionsOf(sample));
    expect(inferred.format).toBe(name);
    expect(inferred.badCount).toBe(0);
    expect(inferred.customers).toBe(customers);
    if (rate !== undefined) expect(inferred.arrivals?.rate).toBeCloseTo(rate, 3);
    // Histograms round, times since 1970 too.
    if (mean !== undefined) expect((meanIn(inferred) ?? 0) / mean).toBeCloseTo(1, 2);
  });

  test('becomes a scenario that can be read, with reasons', () => {
    const { inferred } = importData(fileOf(content), optionsOf(sample), name);
    const given = inferred.arrivals ? {} : { arrivals: { process: 'poisson', rate: 5 } };
    const { yaml, choices } = toScenario(inferred, { name: 'made', ...given });
    expect(parseScenario(yaml, { file: 'made.yaml' }).name).toBe('made');
    expect(choices.length).toBe(3);
  });

  test('what is wrong is told by its line', () => {
    const file = fileOf(spoiled);
    let said: string;
    try {
      const { inferred } = importData(file, optionsOf(sample), name);
      said = `${inferred.customers} good${inferred.bad.map(({ line, problem }) => ` ${file}:${line}: ${problem}`).join('')}`;
    } catch (error) {
      expect((error as Error).name).toBe('IngestError');
      said = (error as Error).message;
    }
    expect(said).toMatch(says);
  });

  test('an empty file is none', () => {
    expect(() => importData(fileOf('\n'), optionsOf(sample), name)).toThrow(
      expect.objectContaining({ name: 'IngestError' }),
    );
  });

  test('an option that means nothing to it is an error', () => {
    const { uses } = formats.find(format => format.name === name) as (typeof formats)[0];
    const strange = uses.includes('columns') ? { metric: 'x' } : { columns: { arrived: { column: 'x' } } };
    expect(() => importData(fileOf(content), { ...optionsOf(sample), ...strange })).toThrow(
      'means nothing to',
    );
  });
});

test('what is none of them is told, with what was looked for', () => {
  expect(() => importData(fileOf('\u0001\u0002 hello there!\n'), { columns: {}, labels: {} })).toThrow(
    /:1: this is none of the known formats; looked for\n {2}hdr-log: /,
  );
});

test('counts are known in NDJSON, too', () => {
  const { inferred } = importData(
    fileOf('{"hour":"2026-03-01T00:00Z","count":5}\n{"hour":"2026-03-01T01:00Z","count":7}\n'),
    { columns: {}, labels: {} },
  );
  expect(inferred.format).toBe('counts');
  expect(inferred.customers).toBe(12);
  expect(inferred.arrivals?.rate).toBe(12 / 7200);
});

test('an interval log whose histograms are no nanoseconds needs a unit', () => {
  const { content } = samples.find(({ name }) => name === 'hdr-log') as Sample;
  const file = fileOf(content.replace(/(Tag=A,[^,]+,[^,]+,)[\d.]+/g, '$10.1'));
  expect(() => importData(file, { columns: {}, labels: {} })).toThrow(
    'say the unit of the histograms: --unit s',
  );
  expect(importData(file, { columns: {}, labels: {}, unit: 1e-9 }).inferred.notes[0]).toContain('as told');
});

test('a document that is cut off is told by its line', () => {
  expect(() => importData(fileOf('[\n{"time":1},\n{"time":\n'), { columns: {}, labels: {} })).toThrow(
    /:3: this is no JSON; expected one document with a list of objects/,
  );
});
