import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulate } from '../../src/engines/simulation/index.js';
import { charts } from '../../src/report/charts/index.js';
import { renderHtml } from '../../src/report/html/index.js';
import type { Outcome } from '../../src/result/outcome.js';
import { loadScenario } from '../../src/scenario/load.js';
import type { Scenario } from '../../src/scenario/type.js';
import { layOut } from '../../src/study/lay-out.js';
import { runStudy } from '../../src/study/run-study.js';
import type { Study } from '../../src/study/study.js';
import { root } from '../architecture/imports.js';
import { Browser, noChromium } from '../report/chromium.js';

const folder = join(root, 'scenarios');
const files = readdirSync(folder).filter(name => name.endsWith('.yaml'));
const browserTest = noChromium !== undefined && !process.env.CI ? test.skip : test;

/** Few customers: what is looked at is the page. */
const short = ['run.precision=10%', 'run.maxCustomers=2000'];
const answered = async (scenario: Scenario): Promise<Study> =>
  (await runStudy(scenario, { engines: ['theory', 'simulation'], workers: 1, command: 'sojourn run' })).study;

/** Keeps what the thread says where the test can see it. */
const listen = `
  window.heard = [];
  window.Worker = class extends Worker {
    constructor(address) {
      super(address);
      this.addEventListener('message', ({ data }) => heard.push(data));
    }
  };
  0`;

/** Moves the first slider with room below a little to the left, where the load is no heavier; whether there is one. */
const slide = `(() => {
  const room = slider => (slider.value - slider.min) / slider.step;
  const sliders = [...document.querySelectorAll('[data-slider]')];
  const slider = sliders.find(slider => room(slider) >= 8) ?? sliders.find(slider => room(slider) >= 1);
  if (!slider) return false;
  slider.stepDown(Math.max(1, Math.round(room(slider) / 8)));
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
})()`;

/** Where the first words of the verdict end and where the table begins, in pixels from the top. */
const firstScreen = `[...document.querySelectorAll('.verdict .first, .measures thead')]
  .map((element, i) => element.getBoundingClientRect()[i === 0 ? 'bottom' : 'top'])`;

const simulatedIn = ({ results }: Study) =>
  JSON.parse(JSON.stringify(results.find(({ engine }) => engine === 'simulation') ?? null));

/** The simulation laid out beside the same theory: the first answer carries what is said of all of them. */
function beside({ scenario, results, provenance }: Study, simulation: Outcome): Study {
  const theory = results.flatMap(result =>
    result.engine === 'theory' ? [['theory', { answered: true, result }] as const] : [],
  );
  return layOut(scenario, [...theory, ['simulation', simulation]], provenance);
}

describe('the page of every scenario', () => {
  const pages = mkdtempSync(join(tmpdir(), 'sojourn-pages-'));
  let browser: Browser;
  beforeAll(() => {
    if (noChromium === undefined) browser = new Browser({ lifetime: 600_000 });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(pages, { recursive: true, force: true });
  });

  browserTest.each(files)(
    '%s: opens from a file, asks for nothing, answers as the command line',
    async file => {
      const study = await answered(loadScenario(join(folder, file), { set: short }));
      const page = join(pages, `${file}.html`);
      writeFileSync(page, renderHtml(study));
      expect(statSync(page).size).toBeLessThan(400_000);
      const url = pathToFileURL(page).href;
      await browser.open(url);
      const drawn = Object.values(charts).filter(({ config }) => config(study) !== undefined).length;
      expect(await browser.evaluate("document.querySelectorAll('.charts canvas').length")).toBe(drawn);
      for (const end of (await browser.evaluate(firstScreen)) as number[]) expect(end).toBeLessThan(900);

      await browser.evaluate(listen);
      const playsTrace = JSON.stringify(study.scenario).includes('"trace"');
      expect(await browser.evaluate(slide)).toBe(!playsTrace);
      if (!playsTrace) {
        await browser.until('heard.some(({ study }) => study)');
        const asked = (await browser.evaluate('heard.find(({ study }) => study).study.scenario')) as Scenario;
        expect(asked).not.toEqual(study.scenario);
        const outcome = await simulate(asked);
        await browser.until("heard.some(({ kind }) => kind === 'answer')");
        const answer = (await browser.evaluate('heard.at(-1).study')) as Study;
        expect(simulatedIn(answer)).toEqual(simulatedIn(beside(answer, outcome)));
      }
      expect(browser.complaints()).toEqual([]);
      expect(browser.requests().filter(address => !address.startsWith('blob:'))).toEqual([url]);
    },
  );
});
