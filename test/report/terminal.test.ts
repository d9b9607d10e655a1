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

  test.each([hostileStudy, hostileNetwork])('a hostile name cannot steer the terminal, %#', study => {
    const text = renderTerminal(study, plain);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(text.length).toBeLessThan(20_000);
  });
});
