// Every chart, drawn from committed scenarios, and a page that shows them: results/reference/gallery.md.
// npm run gallery
// npm run gallery -- morning-rush sweep    # those of some runs and plans anew; the others stay as they are
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { charts } from '../../dist/report/charts/index.js';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const target = here('../../results/reference/charts');
const page = join(target, '../gallery.md');
const folder = mkdtempSync(join(tmpdir(), 'sojourn-gallery-'));
const scenario = name => `scenarios/${name}.yaml`;

/** A chart stands in the gallery once, from the first of these runs that has the data; the README shows some, twice as fine. */
const runs = ['quickstart', 'email-workers', 'morning-rush', 'autoscaling'];
const fine = ['sojourn-tail', 'latency-decomposition', 'load-latency', 'failover'];

/** Charts that say something else in another run. */
const again = [
  {
    ...{ name: 'failover', run: 'kill-worker', chart: 'queue-length', title: 'A consumer is killed' },
    about:
      'The number of customers in the system, measured and by a twin that suffers the same, and the consumers at work.',
  },
];

const plans = [
  {
    ...{ name: 'sweep', file: 'mmc/sweep/mean-sojourn.png', title: 'A sweep of one parameter' },
    about:
      'The mean time over the number of servers, with the knee and the border beyond which the queue grows.',
    args: ['sweep', scenario('mmc'), '--vary', 'servers=2..8'],
  },
  {
    ...{ name: 'sweep-map', file: 'mmc/sweep/p99-wait-map.png', title: 'A sweep of two parameters' },
    about: 'A percentile of the wait over arrival rate and servers, and which cells meet the threshold.',
    args: [
      ...['sweep', scenario('mmc'), '--vary', 'arrivals=40/s..240/s:20/s', '--vary', 'servers=2..8'],
      ...['--set', 'thresholds=["p99 wait < 100ms"]'],
    ],
  },
  {
    ...{ name: 'drain', file: 'email-workers/drain/backlog.png', title: 'The drain of a backlog' },
    about: 'Who waits over the time since a pause, for several numbers of servers, and the deadline.',
    args: ['drain', scenario('email-workers'), '--pause', '15min', '--deadline', '30min'],
  },
];

function sojourn(...args) {
  const { status, stderr } = spawnSync(process.execPath, [here('../../dist/main.js'), ...args], {
    cwd: here('../..'),
    encoding: 'utf8',
  });
  if (status === 5) console.error(`not comparable, drawn all the same: sojourn ${args.join(' ')}`);
  else if (status !== 0 && status !== 3) throw new Error(`sojourn ${args.join(' ')}\n${stderr}`);
}

const order = [...Object.keys(charts), ...again.map(({ name }) => name), ...plans.map(({ name }) => name)];
const wanted = process.argv.slice(2);
const isWanted = name => wanted.length === 0 || wanted.includes(name);

/** By the name of the picture: what the page says of it. */
const sections = new Map(
  wanted.length > 0 && existsSync(page)
    ? readFileSync(page, 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
        .map(text => [/\(charts\/(.+)\.png\)/.exec(text)[1], text.trimEnd()])
    : [],
);
const show = (name, { title, about, from }) =>
  sections.set(name, `## ${title}\n\n${about} From \`${from}\`.\n\n![${title}](charts/${name}.png)`);

/** Runs the scenario and puts the charts that `pick` names, each under a name of its own, into the gallery. */
function fromRun(run, pick) {
  sojourn('run', scenario(run), '--quiet', '--out', folder);
  const path = join(folder, run, 'study.json');
  const study = JSON.parse(readFileSync(path, 'utf8'));
  const picked = pick(study);
  for (const density of [1, 2]) {
    const drawn = join(folder, `${run}-${density}`);
    sojourn('report', path, '--formats', 'png', '--density', String(density), '--out', drawn);
    for (const { name, chart } of picked.filter(({ name }) => fine.includes(name) === (density === 2)))
      copyFileSync(join(drawn, 'charts', `${chart}.png`), join(target, `${name}.png`));
  }
  for (const { name, chart, ...words } of picked)
    show(name, { ...charts[chart], ...words, from: study.provenance.command });
}

try {
  if (wanted.length === 0) rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const of = run => new RegExp(`\\bscenarios/${run}\\.yaml`);
  for (const run of runs.filter(isWanted))
    fromRun(run, study =>
      Object.keys(charts)
        .filter(chart => charts[chart].config(study) && of(run).test(sections.get(chart) ?? scenario(run)))
        .map(chart => ({ name: chart, chart })),
    );
  for (const { run, ...picked } of again.filter(({ run }) => isWanted(run))) fromRun(run, () => [picked]);
  for (const { name, file, args, ...words } of plans.filter(({ name }) => isWanted(name))) {
    sojourn(...args, '--out', folder);
    copyFileSync(join(folder, file), join(target, `${name}.png`));
    show(name, { ...words, from: `sojourn ${args.join(' ')}` });
  }
  const head = '# Every chart\n\nDrawn from the committed scenarios by `npm run gallery`.';
  writeFileSync(page, `${[head, ...order.flatMap(name => sections.get(name) ?? [])].join('\n\n')}\n`);
  console.log(`${sections.size} charts in results/reference/charts, shown by results/reference/gallery.md`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
