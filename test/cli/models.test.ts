import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/engines/theory/catalogue.js';
import { sojourn } from './sojourn.js';

describe('sojourn models', () => {
  test('lists every model and formula, under the title of its group', async () => {
    const { code, stdout } = await sojourn(['models']);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    for (const { kendall, group } of catalogue) {
      const at = lines.findIndex(line => line.startsWith(`  ${kendall} `) || line === `  ${kendall}`);
      expect(at, kendall).toBeGreaterThan(0);
      expect(lines.slice(0, at).findLast(line => /^\S/.test(line))).toBe(group);
    }
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(100);
  });

  test('tells all about one, also by a station of its kind', async () => {
    const { code, stdout } = await sojourn(['models', 'M/M/4']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^M\/M\/c: exact\n/);
    for (const title of ['Assumes', 'Formula', 'If an assumption fails', 'Sources']) {
      expect(stdout).toContain(`\n${title}\n`);
    }
    expect(stdout).toMatch(/\((checked|from memory, not checked)\)/);
  });

  test('lists those that mention a word', async () => {
    const { stdout } = await sojourn(['models', 'vacations', '--json']);
    const { models } = JSON.parse(stdout);
    expect(models.map(({ kendall }: { kendall: string }) => kendall)).toEqual([
      'M/G/1 multiple vacations',
      'M/G/1 single vacation',
    ]);
    expect(models[0].parameters.arrivalRate).toContain('per second');
  });

  test('suggests the nearest name', async () => {
    const { code, stdout, stderr } = await sojourn(['models', 'M/G/1-policy']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('no model is called "M/G/1-policy"; did you mean "M/G/1 N-policy"?');
  });
});

describe('the catalogue', () => {
  test('says of every entry what it needs to be judged', () => {
    for (const { kendall, name, formula, breaks, assumptions, sources } of catalogue) {
      expect(
        [name, formula].every(text => text.length > 5),
        kendall,
      ).toBe(true);
      expect(breaks, kendall).toMatch(/\.$/);
      expect(assumptions.length, kendall).toBeGreaterThan(0);
      expect(sources.length, kendall).toBeGreaterThan(0);
    }
  });

  test('has no two entries of one name', () => {
    const names = catalogue.map(({ kendall }) => kendall);
    expect(new Set(names).size).toBe(names.length);
  });
});
