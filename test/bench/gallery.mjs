// Every chart, drawn from committed scenarios, and a page that shows them: results/reference/gallery.md.
// npm run gallery
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { charts } from '../../dist/report/charts/index.js';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const target = here('../../results/reference/charts');
const folder = mkdtempSync(join(tmpdir(), 'sojourn-gallery-'));
const scenario = name => `scenarios/${name}.yaml`;

/** Charts of a run: those of the first that has the data. The README shows some, twice as fine. */
const runs = ['quickstart', 'email-workers'];
const fine = ['sojourn-tail', 'latency-decomposition', 'load-latency'];

function sojourn(...args) {
  const { status, stderr } = spawnSync(process.execPath, [here('../../dist/main.js'), ...args], {
    cwd: here('../..'),
    encoding: 'utf8',
  });
  if (status === 5) console.error(`not comparable, drawn all the same: sojourn ${args.join(' ')}`);
  else if (status !== 0 && status !== 3) throw new Error(`sojourn ${args.join(' ')}\n${stderr}`);
}

try {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const shown = [];
  for (const name of runs) {
    sojourn('run', scenario(name), '--quiet', '--out', folder);
    const study = JSON.parse(readFileSync(join(folder, name, 'study.json'), 'utf8'));
    for (const [chart, { title, about, config }] of Object.entries(charts)) {
      if (shown.some(other => other.chart === chart) || !config(study)) continue;
      shown.push({ chart, title, about, from: study.provenance.command, run: name });
    }
  }
  for (const name of runs) {
    for (const density of [1, 2]) {
      const drawn = join(folder, `${name}-${density}`);
      const study = join(folder, name, 'study.json');
      sojourn('report', study, '--formats', 'png', '--density', String(density), '--out', drawn);
      for (const { chart } of shown.filter(({ run }) => run === name))
        if (fine.includes(chart) === (density === 2))
          copyFileSync(join(drawn, 'charts', `${chart}.png`), join(target, `${chart}.png`));
    }
  }
  const plans = [
    {
      ...{ chart: 'sweep', file: 'mmc/sweep/mean-sojourn.png', title: 'A sweep of one parameter' },
      about:
        'The mean time over the number of servers, with the knee and the border beyond which the queue grows.',
      args: ['sweep', scenario('mmc'), '--vary', 'servers=2..8'],
    },
    {
      ...{ chart: 'sweep-map', file: 'mmc/sweep/p99-wait-map.png', title: 'A sweep of two parameters' },
      about: 'A percentile of the wait over arrival rate and servers, and which cells meet the threshold.',
      args: [
        ...['sweep', scenario('mmc'), '--vary', 'arrivals=40/s..240/s:20/s', '--vary', 'servers=2..8'],
        ...['--set', 'thresholds=["p99 wait < 100ms"]'],
      ],
    },
    {
      ...{ chart: 'drain', file: 'email-workers/drain/backlog.png', title: 'The drain of a backlog' },
      about: 'Who waits over the time since a pause, for several numbers of servers, and the deadline.',
      args: ['drain', scenario('email-workers'), '--pause', '15min', '--deadline', '30min'],
    },
  ];
  for (const { chart, file, title, about, args } of plans) {
    sojourn(...args, '--out', folder);
    copyFileSync(join(folder, file), join(target, `${chart}.png`));
    shown.push({ chart, title, about, from: `sojourn ${args.join(' ')}` });
  }
  const page = shown.map(
    ({ chart, title, about, from }) =>
      `## ${title}\n\n${about} From \`${from}\`.\n\n![${title}](charts/${chart}.png)\n`,
  );
  const head = '# Every chart\n\nDrawn from the committed scenarios by `npm run gallery`.\n';
  writeFileSync(join(target, '../gallery.md'), [head, ...page].join('\n'));
  console.log(`${shown.length} charts in results/reference/charts, shown by results/reference/gallery.md`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
