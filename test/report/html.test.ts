import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { charts } from '../../src/report/charts/index.js';
import { renderHtml } from '../../src/report/html/index.js';
import { html } from '../../src/report/html/markup.js';
import { Browser, noChromium } from './chromium.js';
import { hostileNetwork, networkStudy } from './sample-network.js';
import {
  failedStudy,
  hostileName,
  hostileStudy,
  lopsidedStudy,
  theoryStudy,
  unstableStudy,
  wholeStudy,
} from './sample-study.js';

const studies = {
  wholeStudy,
  theoryStudy,
  unstableStudy,
  failedStudy,
  hostileStudy,
  networkStudy,
  hostileNetwork,
};

describe('markup', () => {
  test('what is put in is text', () => {
    expect(html`<p title="${'"x"'}">${'<b>&</b>'}${[html`<i>${1}</i>`]}${undefined}</p>`.text).toBe(
      '<p title="&quot;x&quot;">&lt;b&gt;&amp;&lt;/b&gt;<i>1</i></p>',
    );
  });
});

describe('the page as text', () => {
  test.each(Object.entries(studies))('%s: small, whole, and with no address to load from', (_, study) => {
    const page = renderHtml(study);
    expect(page.length).toBeLessThan(400_000);
    expect(page).toMatch(/^<!doctype html>/);
    expect(page.match(/<script/g)).toHaveLength(3);
    const document = page.replace(/<script.*<\/script>/s, '');
    expect(document).not.toMatch(/<(?:script|img|iframe|object|embed)[^>]*\ssrc=|@import|url\(/i);
    expect(page).toContain('default-src &#39;none&#39;; script-src &#39;sha256-');
  });

  test('the study of the page is the study', () => {
    const [, packed = ''] = /<script [^>]*id="study">(.*?)<\/script>/s.exec(renderHtml(wholeStudy)) ?? [];
    const { results, ...rest } = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'));
    expect({ ...rest, results: wholeStudy.results }).toEqual(wholeStudy);
    // Curves are drawn only, and keep six digits.
    expect(results[3].series[0].time[37]).toBe(
      Number(wholeStudy.results[3].series![0].time[37].toPrecision(6)),
    );
    const plain = ({ tails, series, laws, ...result }: (typeof wholeStudy.results)[number]) => result;
    expect(results.map(plain)).toEqual(wholeStudy.results.map(plain));
  });

  test('shows a lopsided interval by its ends, once, and another by its half-width', () => {
    const page = renderHtml(lopsidedStudy);
    expect(page.includes('161 ms (135 to 306)</td>')).toBe(true);
    expect(page.includes('39.5 ± 0.8 ms<small>38.7 to 40.2 ms</small>')).toBe(true);
    expect(page.includes('its ends stand in brackets')).toBe(true);
    expect(renderHtml(wholeStudy).includes('its ends stand in brackets')).toBe(false);
  });

  test('a log is not in the page, so what-ifs on it are for the command line', () => {
    const { scenario } = theoryStudy;
    const [[name, customers]] = Object.entries(scenario.classes);
    const arrivals = { process: 'trace', file: 'log.csv' };
    const classes = { [name]: { ...customers, arrivals } } as unknown as typeof scenario.classes;
    const page = renderHtml({ ...theoryStudy, scenario: { ...scenario, classes } });
    expect(page).toContain('This scenario plays a log');
    expect(page).not.toContain('id="what-if"');
    expect(renderHtml(theoryStudy)).toContain('id="what-if"');
  });

  test('says in words what the study found, first the verdict', () => {
    const page = renderHtml(failedStudy);
    expect(page.indexOf('Not comparable')).toBeLessThan(page.indexOf('<table'));
    for (const text of ['host hiccups', 'Close other programs', 'sojourn run scenarios/quickstart.yaml'])
      expect(page).toContain(text);
    expect(renderHtml(theoryStudy)).toContain('customers give up waiting');
  });
});

// A machine of continuous integration has a browser, or the check is not made.
const browserTest = noChromium !== undefined && !process.env.CI ? test.skip : test;
const skipped = noChromium === undefined ? '' : ` (${noChromium})`;

describe(`the page in Chromium${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sojourn-page-'));
  let browser: Browser | undefined;
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the page of the study in a tab of its own, of the one browser of all, and hands it over. */
  async function opened(study: typeof wholeStudy, look: (browser: Browser) => Promise<void>): Promise<void> {
    const file = join(folder, 'report.html');
    writeFileSync(file, renderHtml(study));
    const url = pathToFileURL(file).href;
    browser ??= new Browser({ lifetime: 600_000 });
    await browser.open(url);
    await look(browser);
    expect(browser.complaints()).toEqual([]);
    expect(browser.requests().filter(address => !address.startsWith('blob:'))).toEqual([url]);
  }

  /** How many pixels of each canvas are drawn on. */
  const inked = `[...document.querySelectorAll('canvas')].map(canvas => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let drawn = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i] > 0) drawn++;
    return drawn;
  })`;

  browserTest('draws every chart, in light, in dark and for paper, without complaint or request', () =>
    opened(wholeStudy, async browser => {
      const textColour = 'getComputedStyle(document.body).color';
      const light = await browser.evaluate(textColour);
      expect(await browser.evaluate(inked)).toHaveLength(
        Object.values(charts).filter(({ config }) => config(wholeStudy)).length,
      );
      for (const drawn of (await browser.evaluate(inked)) as number[]) expect(drawn).toBeGreaterThan(5000);
      const dark = [{ name: 'prefers-color-scheme', value: 'dark' }];
      await browser.send('Emulation.setEmulatedMedia', { features: dark });
      await browser.settle();
      expect(await browser.evaluate(textColour)).not.toBe(light);
      for (const drawn of (await browser.evaluate(inked)) as number[]) expect(drawn).toBeGreaterThan(5000);
      const { data } = await browser.send('Page.printToPDF');
      expect((data as string).length).toBeGreaterThan(50_000);
    }),
  );

  browserTest('has a caption for every table, a text for every chart, and nothing wider than a phone', () =>
    opened(failedStudy, async browser => {
      const count = (selector: string) => browser.evaluate(`document.querySelectorAll('${selector}').length`);
      expect(await count('table:not(:has(caption)), canvas:not([aria-label]), th:not([scope])')).toBe(0);
      expect(await count('table')).toBe(4);
      const phone = { width: 360, height: 700, deviceScaleFactor: 1, mobile: false };
      await browser.send('Emulation.setDeviceMetricsOverride', phone);
      await browser.evaluate(
        "for (const details of document.querySelectorAll('details')) details.open = true",
      );
      await browser.settle();
      expect(await browser.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    }),
  );

  browserTest(
    'names the station and the engine of every number of a network, and says what is not known',
    () =>
      opened(networkStudy, async browser => {
        const cells = (row: string) =>
          browser.evaluate(`[...document.querySelectorAll('table.parts')].map(table =>
          [...table.querySelectorAll('${row}')].map(line => [...line.cells].map(cell => cell.innerText.trim())))`);
        expect(await cells('tbody tr')).toEqual([
          [
            ['api', 'theory', '= 110/s [2]', '= 67 % [2]', '≈ 11.3 ms [2]', '≈ 158 ms [2]'],
            [
              ...['simulation', '110.00/s ± 0.17/s\n109.85 to 110.17/s', '67.50 ± 0.16 %\n67.35 to 67.66 %'],
              ...['11.30 ± 0.19 ms\n11.13 to 11.49 ms', '160 ms (150 to 190)'],
            ],
            ['db', 'theory', '= 77/s [2]', '= 30.8 % [2]', '≈ 630 µs [2]', '–'],
            [
              ...['simulation', '77.00/s ± 0.13/s\n76.88 to 77.13/s', '30.80 ± 0.06 %\n30.75 to 30.86 %'],
              ...['632 ± 6 µs\n626 to 638 µs', '10.45 ± 0.10 ms\n10.36 to 10.55 ms'],
            ],
          ],
          [
            ['orders', '90.00/s ± 0.09/s\n89.92 to 90.09/s', '6.80 ± 0.07 ms\n6.74 to 6.87 ms', '–'],
            ['reports', '20.00/s ± 0.10/s\n19.91 to 20.10/s', '–', '84.7 ± 0.8 ms\n84.0 to 85.5 ms'],
          ],
        ]);
        const nameless = 'table:not(:has(caption)), th:not([scope]), td.none:not([aria-label])';
        expect(await browser.evaluate(`document.querySelectorAll('${nameless}').length`)).toBe(0);
      }),
  );

  browserTest('a chart has a log scale, a zoom and its numbers, by keyboard too', () =>
    opened(wholeStudy, async browser => {
      const figure = (chart: string) => `document.querySelector('figure:has([data-chart="${chart}"])')`;
      const click = (chart: string, what: string) =>
        browser.evaluate(`${figure(chart)}.querySelector('${what}').click()`);
      const looks = (chart: string) =>
        browser.evaluate(`${figure(chart)}.querySelector('canvas').toDataURL()`) as Promise<string>;
      const before = await looks('sojourn-tail');
      await click('sojourn-tail', '[data-do="log"]');
      expect(await looks('sojourn-tail')).not.toBe(before);
      await click('sojourn-tail', '[data-do="log"]');
      expect(await looks('sojourn-tail')).toBe(before);

      const whole = await looks('queue-length');
      await browser.evaluate(`${figure('queue-length')}.querySelector('[data-do="nearer"]').focus()`);
      for (const type of ['keyDown', 'keyUp'])
        await browser.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', text: '\r' });
      const near = await looks('queue-length');
      expect(near).not.toBe(whole);
      await click('queue-length', '[data-do="on"]');
      expect(await looks('queue-length')).not.toBe(near);
      await click('queue-length', '[data-do="whole"]');
      expect(await looks('queue-length')).toBe(whole);

      const box = (await browser.evaluate(
        `(() => { const c = ${figure('queue-length')}.querySelector('canvas'); c.scrollIntoView({ block: 'center' });
          const { x, y, width, height } = c.getBoundingClientRect(); return { x, y, width, height }; })()`,
      )) as Record<'x' | 'y' | 'width' | 'height', number>;
      const mouse = (type: string, share: number) =>
        browser.send('Input.dispatchMouseEvent', {
          ...{ type, button: 'left', buttons: 1, clickCount: 1 },
          ...{ x: box.x + share * box.width, y: box.y + box.height / 2 },
        });
      await mouse('mousePressed', 0.4);
      await mouse('mouseMoved', 0.5);
      await mouse('mouseReleased', 0.6);
      await browser.evaluate(`${figure('queue-length')}.querySelector('summary').click()`);
      await browser.until(`${figure('queue-length')}.querySelector('td')`);
      const drawn = await looks('queue-length');
      expect(drawn).not.toBe(whole);

      await click('sojourn-percentiles', 'summary');
      await browser.until(`${figure('sojourn-percentiles')}.querySelector('td')`);
      const cells = `[...${figure('sojourn-percentiles')}.querySelectorAll('tbody tr')].map(row => row.cells[0].innerText)`;
      expect(await browser.evaluate(cells)).toEqual(['p50', 'p90', 'p95', 'p99']);
    }),
  );

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  browserTest.each(['light', 'dark'])('axe finds nothing to complain about, in %s', theme =>
    opened(failedStudy, async browser => {
      const features = [{ name: 'prefers-color-scheme', value: theme }];
      await browser.send('Emulation.setEmulatedMedia', { features });
      await browser.evaluate(
        "for (const details of document.querySelectorAll('details')) details.open = true",
      );
      await browser.evaluate("document.querySelector('[data-do=run]').click()");
      await browser.until("document.querySelector('.status').textContent.startsWith('Answered')");
      await browser.settle();
      await browser.evaluate(`${axe}; 0`);
      const found =
        await browser.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(({ violations, passes }) => ({ passes: passes.length, violations: violations.map(
          ({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))]) }))`);
      expect(found).toMatchObject({ violations: [] });
      expect((found as { passes: number }).passes).toBeGreaterThan(20);
    }),
  );

  browserTest('every control is reached by the keyboard, in the order of the page, and seen to be', () =>
    opened(wholeStudy, async browser => {
      await browser.evaluate(`window.controls = [...document.querySelectorAll(
        'a[href], button, input, select, summary, [tabindex="0"]')].filter(one => one.checkVisibility()); 0`);
      const count = (await browser.evaluate('controls.length')) as number;
      expect(count).toBeGreaterThan(60);
      const reached: unknown[] = [];
      for (let i = 0; i < count; i++) {
        for (const type of ['keyDown', 'keyUp'])
          await browser.send('Input.dispatchKeyEvent', {
            type,
            key: 'Tab',
            code: 'Tab',
            windowsVirtualKeyCode: 9,
          });
        reached.push(
          await browser.evaluate(`(() => {
            const one = document.activeElement;
            const { outlineStyle, outlineWidth } = getComputedStyle(one);
            return outlineStyle === 'none' || outlineWidth === '0px' ? one.outerHTML : controls.indexOf(one);
          })()`),
        );
      }
      expect(reached).toEqual(Array.from({ length: count }, (_, i) => i));
    }),
  );

  browserTest('a what-if says its verdict to those who hear the page', () =>
    opened(theoryStudy, async browser => {
      await browser.evaluate("document.querySelector('[data-do=run]').click()");
      await browser.until("document.querySelector('.status').textContent.startsWith('Answered')");
      const { role, text } = (await browser.evaluate(
        "(({ role, textContent: text }) => ({ role, text }))(document.querySelector('.status'))",
      )) as { role: string; text: string };
      expect(role).toBe('status');
      expect(text).toContain(await browser.evaluate("document.querySelector('.answer .first').textContent"));
    }),
  );

  browserTest('a hostile name is shown and runs nothing', () =>
    opened(hostileStudy, async browser => {
      expect(browser.events.some(({ method }) => method === 'Page.javascriptDialogOpening')).toBe(false);
      expect(await browser.evaluate("document.querySelectorAll('img').length")).toBe(0);
      expect(await browser.evaluate('document.scripts.length')).toBe(4);
      expect(hostileName).toContain(
        String(await browser.evaluate("document.querySelector('h1').textContent.slice(0, 60)")),
      );
      const held = await browser.evaluate(
        "JSON.parse(document.getElementById('study').textContent).scenario.name",
      );
      expect(held).toBe(hostileName);
    }),
  );

  browserTest('a hostile name of a station or class runs nothing', () =>
    opened(hostileNetwork, async browser => {
      expect(browser.events.some(({ method }) => method === 'Page.javascriptDialogOpening')).toBe(false);
      expect(await browser.evaluate("document.querySelectorAll('img').length")).toBe(0);
      expect(await browser.evaluate('document.scripts.length')).toBe(4);
      expect(await browser.evaluate("document.querySelectorAll('table.parts tbody').length")).toBe(5);
    }),
  );
});
