import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { scratch, sojourn } from '../cli/sojourn.js';
import { Browser, noChromium } from '../report/chromium.js';

const browserTest = noChromium !== undefined && !process.env.CI ? test.skip : test;

/** Keeps what the engine's thread says where the test can see it. */
const listen = `
  window.heard = [];
  window.Worker = class extends Worker {
    constructor(address) {
      super(address);
      this.addEventListener('message', ({ data }) => heard.push(data));
    }
  };
  0`;

/** Formulas use the host's exponential, whose last bit differs between browser and Node; the simulation does not. */
const rounded = (study: object) =>
  JSON.parse(JSON.stringify(study), (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(11)) : value,
  );

const slide = (id: string, position: number) => `{
  const slider = document.querySelector('[data-slider="${id}"]');
  slider.value = ${position};
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  0;
}`;

browserTest(
  'a slider asks the engines again in the page, and their answer is that of the command line',
  async () => {
    const out = scratch();
    const file = join(out, 'study.yaml');
    writeFileSync(file, 'name: study\narrivals: 70/s\nservice: 20ms\nservers: 2\n');
    await sojourn(['run', file, '--engines', 'theory', '--out', out]);
    const url = pathToFileURL(join(out, 'study', 'report.html')).href;
    const browser = new Browser();
    try {
      await browser.open(url);
      await browser.evaluate(listen);
      await browser.evaluate(slide('servers', 3));
      await browser.evaluate(slide('arrivals', 160));
      await browser.until("heard.some(({ kind }) => kind === 'answer')");

      const command = String(await browser.evaluate("document.querySelector('.command code').textContent"));
      expect(command).toBe(
        `sojourn run ${file} --engines theory,simulation --set arrivals=112/s --set servers=3`,
      );
      const words = command.split(' ').slice(1);
      const { stdout } = await sojourn([...words, '--json', '--no-report']);
      const study = JSON.parse(stdout);
      const answer = (await browser.evaluate('heard.at(-1).study')) as typeof study;
      expect(answer.results[1]).toEqual(study.results[1]);
      expect(rounded(answer)).toEqual({ ...rounded(study), provenance: expect.anything() });
      expect(answer.verdict).toEqual(study.verdict);

      const widths = (await browser.evaluate(
        'heard.flatMap(({ study }) => study?.results[1]?.measures.meanWait?.halfWidth ?? [])',
      )) as number[];
      expect(widths.length).toBeGreaterThan(3);
      expect(widths.at(-1)).toBeLessThan(widths[0] / 2);
      expect(await browser.evaluate('location.hash')).toBe('#arrivals=112/s&servers=3');
      const cells = 'document.querySelector(\'[data-measure="throughput"]\').innerText';
      expect(await browser.evaluate(cells)).toMatch(/= 70\/s\s+= 112\/s\s+11\d\.?\d*\/s ±/);
      expect(await browser.evaluate("document.querySelectorAll('#what-if figure').length")).toBe(2);

      await browser.evaluate("location.hash = '#servers=none'; 0");
      await browser.until("document.querySelector('.status.wrong')");
      expect(await browser.evaluate("document.querySelector('.status').textContent")).toContain(
        'servers: "none" is not a number; expected a whole number of at least 1',
      );

      // Whatever goes wrong in the thread is told.
      await browser.evaluate(`window.Worker = class {
        postMessage() { setTimeout(() => this.onmessage({ data: { kind: 'failure', problem: 'out of memory' } })); }
        terminate() {}
      }; location.hash = '#servers=4'; 0`);
      await browser.until("document.querySelector('.status').textContent === 'no answer: out of memory'");
      expect(browser.complaints()).toEqual([]);
      expect(browser.requests().filter(address => !address.startsWith('blob:'))).toEqual([url]);
    } finally {
      await browser.close();
    }
  },
);
