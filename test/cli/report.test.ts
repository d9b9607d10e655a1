import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, scratch, sojourn } from './sojourn.js';

const pure = ['--engines', 'theory,simulation'];
const scenario = (name: string) => join(root, 'scenarios', `${name}.yaml`);

test('makes the reports of a study again, the same bytes, and only those asked for', async () => {
  const out = scratch();
  await sojourn(['run', scenario('quickstart'), ...pure, '--out', out]);
  const folder = join(out, 'quickstart');
  const study = join(folder, 'study.json');
  const before = readFileSync(join(folder, 'report.md'), 'utf8');
  writeFileSync(join(folder, 'report.md'), 'lost');
  const again = await sojourn(['report', study, '--formats', 'md,png']);
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).toContain('quickstart/report.md');
  expect(again.stdout).not.toContain('report.html');
  expect(readFileSync(join(folder, 'report.md'), 'utf8')).toBe(before);

  const elsewhere = join(out, 'elsewhere');
  expect((await sojourn(['report', study, '--out', elsewhere])).code).toBe(0);
  expect(readdirSync(elsewhere).sort()).toEqual(['charts', 'report.html', 'report.md', 'study.json']);
});

test('lays all runs of a folder side by side, with links, and names the one it cannot read', async () => {
  const out = scratch();
  const files = ['quickstart', 'mm1'].map(scenario);
  await sojourn(['run', ...files, '--engines', 'theory', '--out', out]);
  mkdirSync(join(out, 'torn'));
  writeFileSync(join(out, 'torn', 'study.json'), '{"schema": 1');
  const { code, stdout, stderr } = await sojourn(['report', out]);
  expect(code).toBe(2);
  expect(stdout).toMatch(/\/index\.html\n$/);
  expect(stderr).toContain(join('torn', 'study.json'));
  const page = readFileSync(join(out, 'index.html'), 'utf8');
  for (const name of ['quickstart', 'mm1']) expect(page).toContain(`<a href="${name}/report.html">`);
  expect(page).toContain('M/M/2');
  expect(page).not.toContain('<script');
});

test.each([
  ['a file that is not there', 'nowhere.json', [], /nowhere\.json: there is no such file/],
  ['a file that is no study', 'package.json', [], /package\.json: not a study/],
  ['a folder without runs', 'src', [], /src: no run lies in this folder/],
  [
    'a format that is none',
    'package.json',
    ['--formats', 'html,doc'],
    /"doc" is no format; expected some of/,
  ],
])('refuses %s', async (_, path, flags, message) => {
  const { code, stdout, stderr } = await sojourn(['report', path, ...flags]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});
