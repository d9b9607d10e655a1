import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { decodeStudy, OutputError, prepareOutput, writeReport } from '../../src/report/index.js';
import { hostileStudy, theoryStudy, unstableStudy, wholeStudy } from './sample-study.js';

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sojourn-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file below the folder, hidden ones too, in order. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('the files of a report', () => {
  test('are those that the study lists, relative to the parent of the output folder', async () => {
    const root = scratch();
    const { study, files, warnings } = await writeReport(wholeStudy, { out: join(root, 'results') });
    expect(warnings).toEqual([]);
    expect([...files].sort()).toEqual(filesIn(root));
    expect(files).toContain('results/quickstart/study.json');
    expect(files).toContain('results/quickstart/charts/sojourn-tail.png');
    expect(decodeStudy(readFileSync(join(root, 'results/quickstart/study.json'), 'utf8'))).toEqual(study);
    expect(study.files).toEqual(files);
    const markdown = readFileSync(join(root, 'results/quickstart/report.md'), 'utf8');
    for (const [, path] of markdown.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
      expect(existsSync(join(root, 'results/quickstart', path))).toBe(true);
    expect(markdown.match(/!\[/g)?.length).toBe(files.filter(file => file.endsWith('.png')).length);
  });

  test('of a later run replace those of an earlier one, and leave what is not theirs', async () => {
    const out = scratch();
    await writeReport(wholeStudy, { out });
    writeFileSync(join(out, 'quickstart', 'notes.txt'), 'mine');
    await writeReport(unstableStudy, { out });
    expect(filesIn(join(out, 'quickstart'))).toEqual(['notes.txt', 'report.html', 'report.md', 'study.json']);
  });

  test('can be asked for one by one', async () => {
    const out = scratch();
    const { files } = await writeReport(theoryStudy, { out, formats: ['json'] });
    expect(files).toHaveLength(1);
    expect(filesIn(out)).toEqual(['quickstart/study.json']);
  });

  test('lie below the output folder whatever the name of the scenario', async () => {
    const out = scratch();
    for (const name of ['../../escape', '/etc/passwd', '..', hostileStudy.scenario.name]) {
      const study = { ...theoryStudy, scenario: { ...theoryStudy.scenario, name } };
      await writeReport(study, { out, formats: ['json'] });
    }
    expect(filesIn(out)).toHaveLength(4);
  });
});

describe('when the folder cannot be written', () => {
  test('one error says where and how to mend it, and before a run already', async () => {
    const out = join(scratch(), 'in-the-way');
    writeFileSync(out, 'a file');
    for (const attempt of [
      () => prepareOutput('quickstart', out),
      () => writeReport(theoryStudy, { out, formats: ['json'] }),
    ]) {
      const error = await attempt().catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(OutputError);
      expect((error as OutputError).name).toBe('OutputError');
      expect((error as OutputError).path).toBe(join(out, 'quickstart'));
      expect((error as OutputError).message).toContain(out);
      expect((error as OutputError).message).toContain('--out');
    }
    expect(readFileSync(out, 'utf8')).toBe('a file');
  });

  test('nothing is left half-written', async () => {
    const out = scratch();
    // A folder where a file should go: the drafts are written, their renaming fails.
    mkdirSync(join(out, 'quickstart', 'report.md'), { recursive: true });
    await expect(writeReport(theoryStudy, { out, formats: ['markdown', 'json'] })).rejects.toThrow(
      OutputError,
    );
    expect(filesIn(out)).toEqual([]);
  });

  test('a folder that will do is made and left empty', async () => {
    const out = join(scratch(), 'new', 'folder');
    await prepareOutput('quickstart', out);
    expect(readdirSync(join(out, 'quickstart'))).toEqual([]);
  });
});
