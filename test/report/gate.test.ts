import { loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { renderJunit } from '../../src/report/gate/junit.js';
import { renderPullRequest } from '../../src/report/gate/pull-request.js';
import { overviewOf } from '../../src/report/runs/overview.js';
import { renderOverview } from '../../src/report/runs/page.js';
import { hostileStudy, wholeStudy } from './sample-study.js';

describe('a hostile name', () => {
  test('ends no element and no attribute of JUnit XML, and is nothing that XML forbids', async () => {
    const xml = renderJunit([hostileStudy]);
    expect(xml).not.toMatch(/<script|<img|<!--/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not be there
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    const names = [...xml.matchAll(/<([a-z-]+)[ >]/g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(
      new Set(['testsuites', 'testsuite', 'properties', 'property', 'testcase', 'system-out', 'error']),
    );
    // Read again by an XML parser of its own: a picture that holds the suite as its data.
    const body = xml.replace(/^<\?xml.*\?>/, '');
    await loadImage(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><metadata>${body}</metadata></svg>`,
      ),
    );
  });

  test('is no markup in the comment for a pull request', () => {
    const text = renderPullRequest([hostileStudy]).replace(/(`+)[^`][\s\S]*?\1/g, '');
    expect(text).not.toMatch(/(?<!\\)<(?!\/?(?:details|summary|br|sub)\b)[a-z!/]/i);
    expect(text).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(text).not.toMatch(/^# heading/m);
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  test('is text on the page over all runs, and leads nowhere', () => {
    const runs = [wholeStudy, hostileStudy].map((study, i) => ({ study, href: `run-${i}/report.html` }));
    const page = renderOverview(overviewOf(runs), '', 'sojourn');
    expect(page).not.toMatch(/<script|<img|javascript:alert\(3\)"/);
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(
      expect.arrayContaining(['run-0/report.html', 'run-1/report.html']),
    );
    expect(page.match(/<tr>/g)).toHaveLength(3);
    expect(page.length).toBeLessThan(20_000);
  });
});
