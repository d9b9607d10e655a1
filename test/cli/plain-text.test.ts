import { expect, test } from 'vitest';
import { inAscii, isUnicode } from '../../src/cli/plain-text.js';
import { renderTerminal } from '../../src/report/terminal/index.js';
import { wholeStudy } from '../report/sample-study.js';
import { sojourn } from './sojourn.js';

test.each([
  [{}, true],
  [{ LANG: 'en_GB.UTF-8' }, true],
  [{ LANG: 'C.utf8' }, true],
  [{ LANG: 'en_GB.UTF-8', LC_ALL: 'C' }, false],
  [{ LC_CTYPE: 'de_DE.ISO-8859-1', LANG: 'de_DE.UTF-8' }, false],
  [{ LC_ALL: '', LANG: 'POSIX' }, false],
])('%j reads UTF-8: %s', (env, expected) => {
  expect(isUnicode(env)).toBe(expected);
});

test('marks, letters and accents have a plain form, and columns stay in line', () => {
  expect(inAscii('39.2 ± 0.4 ms  p99 ±1.1%')).toBe('39.2 +-0.4 ms  p99 +-1.1%');
  expect(inAscii('utilisation ρ     70 %')).toBe('utilisation rho   70 %');
  expect(inAscii('12 µs ≈ Köln 😀')).toBe('12 us ~ Koln ?');
  const page = renderTerminal(wholeStudy, { colour: false, width: 120 });
  const plain = inAscii(page);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  expect(plain).toMatch(/^[\u0000-\u007f]*$/);
  const lines = page.split('\n');
  const head = lines.findIndex(line => line.includes('theory') && line.includes('simulation'));
  for (const [i, line] of plain.split('\n').entries())
    if (i > head && i < head + 10) expect(line.length).toBe(lines[i].length);
});

test('a terminal that reads no UTF-8 gets the page in ASCII, and data stays as it is', async () => {
  const env = { LC_ALL: 'C' };
  const words = ['theory', 'M/M/2', '--arrivals', '70/s', '--service', '20ms'];
  const { stdout } = await sojourn(words, { env });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  expect(stdout).toMatch(/^[\u0000-\u007f]+$/);
  expect(stdout).toContain('39.2 ms');
  const data = [await sojourn([...words, '--json'], { env }), await sojourn([...words, '--json'])];
  expect(data[0].stdout).toBe(data[1].stdout);
});
