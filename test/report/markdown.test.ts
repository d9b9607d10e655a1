import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/report/markdown/index.js';
import { escaped } from '../../src/report/markdown/text.js';
import { hostileNetwork, networkStudy } from './sample-network.js';
import {
  failedStudy,
  hostileStudy,
  lopsidedStudy,
  theoryStudy,
  unstableStudy,
  wholeStudy,
} from './sample-study.js';

const pictures = [{ path: 'charts/sojourn-tail.png', about: 'the tail' }];

describe('the Markdown report', () => {
  test.each([
    ['whole', wholeStudy],
    ['lopsided intervals', lopsidedStudy],
    ['network', networkStudy],
    ['theory alone', theoryStudy],
    ['unstable', unstableStudy],
    ['failed checks', failedStudy],
  ])('%s', (_, study) => {
    expect(renderMarkdown(study, pictures)).toMatchSnapshot();
  });

  test('every row of a table has as many cells as its head', () => {
    for (const study of [wholeStudy, hostileStudy, failedStudy, networkStudy, hostileNetwork]) {
      const tables = renderMarkdown(study).match(/(?:^\|.*\|\n)+/gm) ?? [];
      expect(tables.length).toBeGreaterThan(2);
      for (const table of tables) {
        const cells = table
          .trim()
          .split('\n')
          .map(row => row.match(/(?<!\\)\|/g)?.length);
        expect(new Set(cells).size).toBe(1);
      }
    }
  });

  test('shows the first chart to everyone and folds the others away', () => {
    const pictures = ['a', 'b', 'c'].map(name => ({ path: `charts/${name}.png`, about: `About <${name}>` }));
    const text = renderMarkdown(wholeStudy, pictures);
    expect(text).toContain(
      String.raw`![About \<a\>](charts/a.png)

<details><summary>2 more charts</summary>

![About \<b\>](charts/b.png)

![About \<c\>](charts/c.png)

</details>`,
    );
    expect(renderMarkdown(wholeStudy, pictures.slice(0, 1))).not.toContain('<details>');
  });

  test.each([hostileStudy, hostileNetwork])('a hostile name is no markup, %#', study => {
    const text = renderMarkdown(study).replace(/(`+)[^`][\s\S]*?\1/g, '');
    expect(text).not.toMatch(/(?<!\\)<[a-z!/]/i);
    expect(text).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(text).not.toMatch(/^# heading/m);
  });

  test.each([
    ['<b>*x*</b>', String.raw`\<b\>\*x\*\</b\>`],
    ['- item', String.raw`\- item`],
    ['1. item', String.raw`1\. item`],
    ['a|b', String.raw`a\|b`],
    ['@someone #12', '@\u200bsomeone #\u200b12'],
    ['https://example.org', 'https\u200b://example.org'],
    ['redis-list at 70/s', 'redis-list at 70/s'],
  ])('%s', (text, expected) => {
    expect(escaped(text)).toBe(expected);
  });
});
