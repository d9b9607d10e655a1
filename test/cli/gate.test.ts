import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, scratch, sojourn } from './sojourn.js';

const scenario = join(root, 'scenarios', 'mmc.yaml');
const quick = ['run', scenario, '--engines', 'theory', '--no-report'];

test('a limit of the command line fails the run and stands in both files for build servers', async () => {
  const folder = scratch();
  const [junit, markdown] = [join(folder, 'new', 'gate.xml'), join(folder, 'gate.md')];
  const limits = ['--threshold', 'wait p(99) < 2s', '--threshold', 'utilisation < 50%'];
  const { code, stdout } = await sojourn([
    ...quick,
    ...limits,
    '--junit',
    junit,
    '--markdown',
    markdown,
    '--json',
  ]);
  expect(code).toBe(3);
  const study = JSON.parse(stdout);
  expect(study.thresholds.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['pass', 'fail']);
  expect(study.provenance.command).toContain("--threshold 'utilisation < 50%'");
  const xml = readFileSync(junit, 'utf8');
  expect(xml).toContain('<testsuite name="mmc" tests="2" failures="1" errors="0">');
  expect(xml).toContain(
    'name="threshold: utilisation &lt; 50%">\n      <failure type="fail" message="80 %, theory"/>',
  );
  const comment = readFileSync(markdown, 'utf8');
  expect(comment).toMatch(/^### ❌ /);
  expect(comment).toContain('| ❌ failed | `utilisation < 50%` | 80 %, theory |');
});

test('what no engine can say is undecided, which neither passes nor fails', async () => {
  const folder = scratch();
  const junit = join(folder, 'gate.xml');
  const { code } = await sojourn([...quick, '--threshold', 'mean transfer < 1ms', '--junit', junit]);
  expect(code).toBe(4);
  const xml = readFileSync(junit, 'utf8');
  expect(xml).toContain('failures="0" errors="1"');
  expect(xml).toContain('<error type="inconclusive" message="no engine says it');
});

test('a threshold on a name that is none is an error, with the name that was meant', async () => {
  const { code, stderr } = await sojourn([...quick, '--threshold', 'p99 wiat < 2s']);
  expect(code).toBe(2);
  expect(stderr).toContain(`--threshold 'p99 wiat < 2s': "p99 wiat" is not a measure`);
  expect(stderr).toContain('did you mean "p99 wait"?');
});
