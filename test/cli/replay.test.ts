import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratch, sojourn } from './sojourn.js';

const rows = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map(row => JSON.parse(row));

const sentIn = (path: string) => rows(path).map(({ intended, service }) => ({ intended, service }));

describe('messages of a live run', () => {
  test('are written with --messages, and sent again with --replay', async () => {
    const folder = scratch();
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    const brief = ['scenarios/quickstart.yaml', '--broker', 'in-process', '--messages'];
    const run = ['run', ...brief, '--engines', 'live', '--set', 'live.messages=80'];
    await sojourn([...run, '--out', first]);
    const path = join(first, 'quickstart', 'messages.ndjson');
    expect(rows(path)).toHaveLength(80);
    for (const row of rows(path)) {
      expect(row.acknowledged).toBeGreaterThanOrEqual(row.received);
      expect(row.sent).toBeGreaterThanOrEqual(row.intended);
    }
    const again = ['run', ...brief, '--seed', '9', '--replay', path, '--out', second, '--json'];
    const { stdout } = await sojourn(again);
    expect(sentIn(join(second, 'quickstart', 'messages.ndjson'))).toEqual(sentIn(path));
    const study = JSON.parse(stdout);
    expect(study.files).toContain('second/quickstart/messages.ndjson');
    expect(study.provenance.command).toContain(`--replay ${path}`);
    expect(study.results.find(({ engine }: { engine: string }) => engine === 'live').live.messages).toBe(80);
  });

  test('its times are written with --hlog, and import reads the same times', async () => {
    const folder = scratch();
    const run = ['run', 'scenarios/quickstart.yaml', '--broker', 'in-process', '--engines', 'live'];
    await sojourn([...run, '--hlog', '--messages', '--set', 'live.messages=150', '--out', folder]);
    const sojourns = rows(join(folder, 'quickstart', 'messages.ndjson')).map(
      ({ intended, finished }) => finished - intended,
    );
    const log = join(folder, 'quickstart', 'times.hlog');
    const { code, stdout } = await sojourn(['import', log, '--label', 'tag=sojourn', '--json']);
    expect(code).toBe(0);
    const { inferred } = JSON.parse(stdout);
    expect(inferred).toMatchObject({ format: 'hdr-log', customers: 150 });
    const exact = sojourns.reduce((sum, time) => sum + time, 0) / 150;
    expect(Math.abs(inferred.buckets.mean.low / exact - 1)).toBeLessThan(2e-3);
    const unlabelled = await sojourn(['import', log]);
    expect(unlabelled.code).toBe(2);
    expect(unlabelled.stderr).toContain('sojourn, wait, sojourn-from-sent, wait-from-sent');
  });

  test('bad rows are told line by line, before anything runs', async () => {
    const path = join(scratch(), 'messages.ndjson');
    writeFileSync(
      path,
      '{"intended":1,"service":1}\n{"intended":null,"service":1}\n{"intended":0,"service":1}\n',
    );
    const { code, stdout, stderr } = await sojourn(['run', 'scenarios/quickstart.yaml', '--replay', path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${path}:2: "intended" is null; expected seconds, 0 or more`);
    expect(stderr).toContain(`${path}:3: "intended" is 0, before the 1 of the message above`);
  });

  test.each([
    [['--replay', 'nowhere.ndjson'], '--replay nowhere.ndjson: there is no such file'],
    [
      ['--replay', 'x', '--engines', 'theory'],
      '--replay asks for a live run, but --engines theory leaves it out',
    ],
    [['--messages', '--no-report'], '--messages is written beside the reports, but --no-report'],
    [['--hlog', '--engines', 'theory'], '--hlog is of a live run, and none is asked for'],
  ])('%j is refused in one clear message', async (words, message) => {
    const { code, stdout, stderr } = await sojourn(['run', 'scenarios/quickstart.yaml', ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
