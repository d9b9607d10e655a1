import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/report/terminal/index.js';
import { hostileNetwork, networkStudy } from './sample-network.js';
import {
  failedStudy,
  hostileStudy,
  lopsidedStudy,
  theoryStudy,
  unstableStudy,
  wholeStudy,
} from './sample-study.js';

const plain = { colour: false, width: 120 };

describe('the terminal report', () => {
  test.each([
    ['whole', wholeStudy, 120],
    ['whole at 100 columns', wholeStudy, 100],
    ['whole at 80 columns', wholeStudy, 80],
    ['whole at 50 columns', wholeStudy, 50],
    ['lopsided intervals', lopsidedStudy, 130],
    ['lopsided intervals at 100 columns', lopsidedStudy, 100],
    ['network', networkStudy, 120],
    ['network at 60 columns', networkStudy, 60],
    ['theory alone', theoryStudy, 120],
    ['unstable', unstableStudy, 120],
    ['failed checks', failedStudy, 120],
  ])('%s', (_, study, width) => {
    expect(
      renderTerminal({ ...study, files: ['results/quickstart/study.json'] }, { colour: false, width }),
    ).toMatchSnapshot();
  });

  test('begins with the name and the verdict', () => {
    const lines = renderTerminal(wholeStudy, plain).split('\n');
    expect(lines[0]).toBe('quickstart');
    expect(lines[3]).toBe(wholeStudy.verdict[0]);
  });

  test.each([40, 60, 80, 100, 120, 160])('no line is longer than %d columns', width => {
    const studies = [wholeStudy, lopsidedStudy, failedStudy, unstableStudy, hostileStudy];
    const widest = Math.max(
      ...[...studies, networkStudy, hostileNetwork].flatMap(study =>
        renderTerminal(study, { colour: false, width })
          .split('\n')
          .map(line => line.length),
      ),
    );
    expect(widest).toBeLessThanOrEqual(width);
  });

  test('colours change no character', () => {
    const coloured = renderTerminal(wholeStudy, { ...plain, colour: true });
    const sequence = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    expect(coloured.match(sequence)?.length).toBeGreaterThan(20);
    expect(coloured.replace(sequence, '')).toBe(renderTerminal(wholeStudy, plain));
  });

  test('the tail of an exponential falls straight through its powers of ten', () => {
    const mean = 0.05;
    const time = Array.from({ length: 200 }, (_, i) => (i * mean) / 20);
    const sojourn = { time, probability: time.map(t => Math.exp(-t / mean)) };
    const study = { ...theoryStudy, results: [{ ...theoryStudy.results[0], tails: { sojourn } }] };
    const lines = renderTerminal(study, plain).split('\n');
    const plot = lines.slice(lines.findIndex(line => line.startsWith('How long customers stay')) + 1);
    expect(plot.slice(0, 7).map(line => line.slice(0, 10))).toEqual([
      ...['   100 % │', '         │', '    10 % │', '         │', '     1 % │', '         │', '   0.1 % │'],
    ]);
    // Half a power of ten takes 1.151 means, up to 6.95 means at the right end: 61 steps of 0.114 means.
    const step = 6.95 / 61;
    const marks = plot
      .slice(0, 7)
      .flatMap((line, y) => [...line.slice(10)].flatMap((mark, x) => (mark === '─' ? [{ x, y }] : [])));
    expect(marks.map(({ x }) => x).sort((a, b) => a - b)).toEqual(Array.from({ length: 62 }, (_, x) => x));
    for (const { x, y } of marks) expect(Math.abs(x * step - 1.151 * y)).toBeLessThan(0.62);
  });

  test('a tail has no plot where there is no room for it', () => {
    expect(renderTerminal(wholeStudy, { colour: false, width: 59 })).not.toContain('longer than t');
  });

  test('quiet: the verdict and the thresholds; verbose: the checks that passed, too', () => {
    expect(
      renderTerminal(failedStudy, { ...plain, detail: 'quiet' })
        .split('\n')
        .slice(0, 2),
    ).toEqual(['quickstart', failedStudy.verdict[0]]);
    expect(renderTerminal(wholeStudy, { ...plain, detail: 'quiet' })).not.toContain('throughput');
    expect(renderTerminal(wholeStudy, plain)).not.toContain('✓ lateness p99');
    expect(renderTerminal(wholeStudy, { ...plain, detail: 'verbose' })).toContain(
      '  ✓ lateness p99: 0.4 ms, limit under 2.5 ms',
    );
  });

  test.each([hostileStudy, hostileNetwork])('a hostile name cannot steer the terminal, %#', study => {
    const text = renderTerminal(study, plain);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(text.length).toBeLessThan(20_000);
  });
});
