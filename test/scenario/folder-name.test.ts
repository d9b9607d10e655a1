import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderName } from '../../src/scenario/folder-name.js';

it.each(['quickstart', 'order-workers_2', 'Grüße', '队列'])('keeps %s', name =>
  expect(folderName(name)).toBe(name),
);

it.each([
  ['order workers', /^order-workers-[0-9a-f]{8}$/],
  ['../../etc/passwd', /^etc-passwd-[0-9a-f]{8}$/],
  ['..', /^scenario-[0-9a-f]{8}$/],
  ['', /^scenario-[0-9a-f]{8}$/],
  ['</script>', /^script-[0-9a-f]{8}$/],
  ['CON', /^CON-[0-9a-f]{8}$/],
  ['-rf', /^rf-[0-9a-f]{8}$/],
  ['x'.repeat(10_000), /^x{60}-[0-9a-f]{8}$/],
])('makes %s safe', (name, pattern) => expect(folderName(name)).toMatch(pattern));

describe('any name', () => {
  const names = fc.string({ unit: 'binary', maxLength: 300 });

  it('becomes one folder: no separator, no dot, nothing to expand, never empty or long', () => {
    fc.assert(
      fc.property(names, name => {
        const folder = folderName(name);
        expect(folder).toMatch(/^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u);
        expect(Buffer.byteLength(folder)).toBeLessThanOrEqual(255);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('keeps its folder, and a folder keeps its name', () => {
    fc.assert(
      fc.property(names, name => {
        expect(folderName(folderName(name))).toBe(folderName(name));
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('that differs has another folder', () => {
    expect(new Set(['a b', 'a-b', 'a/b', 'a:b', 'a.b'].map(folderName)).size).toBe(5);
  });
});
