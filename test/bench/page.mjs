// How fast the page is: until it can be used, five million customers of M/M/3 in its thread and how it answers
// meanwhile, and the drawing of the charts as files. Needs chromium.
// npm run page-speed
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { cli } from '../../dist/cli/index.js';
import { drawCharts } from '../../dist/report/png/index.js';

const rounds = 5;
const here = name => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sojourn-page-'));
const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = values =>
  `${Math.round(median(values))} ms (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;

/** Asks the page again and says when the answer came, and the longest time without a frame until then. */
const ask = `new Promise(done => {
  const Native = (window.native ??= window.Worker);
  const began = performance.now();
  let [last, longest, over] = [began, 0, false];
  const frame = now => {
    longest = Math.max(longest, now - last);
    last = now;
    if (!over) requestAnimationFrame(frame);
  };
  window.Worker = class extends Native {
    constructor(address) {
      super(address);
      this.addEventListener('message', ({ data }) => {
        if (data.kind !== 'answer') return;
        over = true;
        const { simulation } = data.study.results.find(({ engine }) => engine === 'simulation');
        done({ time: performance.now() - began, longest, customers: simulation.customers });
      });
    }
  };
  requestAnimationFrame(frame);
  document.querySelector('[data-do="run"]').click();
})`;

try {
  const scenario = join(folder, 'mm3.yaml');
  const run = 'run: { precision: 0.05%, maxCustomers: 6000000 }';
  writeFileSync(scenario, `name: mm3\narrivals: 120/s\nservice: 20ms\nservers: 3\n${run}\n`);
  await cli(['run', scenario, '--engines', 'theory', '--quiet', '--out', folder]);
  const page = join(folder, 'mm3', 'report.html');
  const { Browser } = await chromium();
  const [loads, answers] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const browser = new Browser();
    await browser.open(pathToFileURL(page).href);
    loads.push(await browser.evaluate("performance.getEntriesByName('sojourn-ready')[0].startTime"));
    answers.push(await browser.evaluate(ask));
    await browser.close();
  }
  const study = JSON.parse(readFileSync(join(folder, 'mm3', 'study.json'), 'utf8'));
  console.log(
    `${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)}; median of ${rounds} (lowest to highest)\n`,
  );
  console.log('| what | found | limit |\n|---|---|---|');
  const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
  row('size of the page', `${Math.round(statSync(page).size / 1000)} kB`, '400 kB');
  row('from the start of loading until it can be used', spread(loads), '1 s');
  const millions = (answers[0].customers / 1e6).toFixed(1);
  row(`M/M/3, ${millions} million customers in its thread`, spread(answers.map(({ time }) => time)), '2 s');
  row('longest time without a frame meanwhile', spread(answers.map(({ longest }) => longest)), '');
  for (const kind of ['png', 'svg'])
    row(`20 charts as ${kind.toUpperCase()}`, spread(await draws(study, kind)), '4 s');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function draws(study, kind) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    let drawn = 0;
    while (drawn < 20) drawn += (await drawCharts(study, { kind })).images.length;
    times.push(((performance.now() - began) * 20) / drawn);
  }
  return times;
}

/** The tests' own browser, which is TypeScript. */
async function chromium() {
  const outfile = join(folder, 'chromium.mjs');
  await build({ entryPoints: [here('../report/chromium.ts')], platform: 'node', format: 'esm', outfile });
  return import(pathToFileURL(outfile).href);
}
