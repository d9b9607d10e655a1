// How long every model and formula of theory takes, in CPU time, at parameters as people have them and at the most
// that its domains allow. Laws of the times are asked for four percentiles.
// npm run bench -- --theory
import { writeFileSync } from 'node:fs';
import { arrivalProcessOf } from '../../dist/arrivals/index.js';
import { renewalProcess } from '../../dist/arrivals/renewal-process.js';
import { distributionOf } from '../../dist/distributions/index.js';
import { erlangC } from '../../dist/engines/theory/erlang.js';
import { formulaGroups } from '../../dist/engines/theory/formulas/index.js';
import { models } from '../../dist/engines/theory/models/index.js';
import { machine, median } from './measured.mjs';
import { formulaCases, modelCases } from './theory-cases.mjs';

const runs = 5;
/** Milliseconds: chains of many states and equations over time may take longer than closed forms. */
const limits = { closed: 50, chain: 500 };
const chains = new Set([
  'MAP/PH/c',
  'M/M/c breakdowns',
  'M/M/c breakdowns while serving',
  'M/M/c set-up',
  'M/M/c retrials',
  'M/M/c unequal servers',
  'M/M^[a,b]/c closed',
  'M/M/1 to M/1 with blocking',
  'M/M/1/K to M/1 with blocking',
  'tandem with blocking, saturated',
  'JSQ and power of d choices',
  'power of d choices, more servers',
  'M(t)/M/c over time',
]);

function cpuOf(work) {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000, answer };
}

/** The time of one call, and what it says of the laws. */
function timed(solve) {
  const times = [];
  const percentiles = [];
  let refused;
  for (let run = 0; run < runs; run++) {
    const { milliseconds, answer } = cpuOf(() => {
      try {
        return solve();
      } catch (error) {
        refused = error.message;
        return undefined;
      }
    });
    times.push(milliseconds);
    const laws = [answer?.wait, answer?.sojourn].filter(Boolean);
    if (laws.length > 0 && run === runs - 1) {
      percentiles.push(cpuOf(() => laws.map(law => [0.5, 0.9, 0.99, 0.999].map(law.quantile))).milliseconds);
    }
  }
  return {
    time: median(times),
    percentiles: percentiles.length > 0 ? median(percentiles) : undefined,
    refused,
  };
}

const shown = value => (value === undefined ? '' : value < 0.1 ? '< 0.1' : value.toFixed(1));

function row(name, cases) {
  const found = cases.map(timed);
  const times = found.map(({ time }) => time);
  const laws = found.flatMap(({ percentiles }) => (percentiles === undefined ? [] : [percentiles]));
  const limit = chains.has(name) ? limits.chain : limits.closed;
  const worst = Math.max(...times);
  const refused = found.filter(({ refused }) => refused !== undefined).length;
  return `| ${name} | ${cases.length}${refused > 0 ? ` (${refused} refused)` : ''} | ${shown(median(times))} | ${shown(worst)} | ${laws.length > 0 ? shown(Math.max(...laws)) : ''} | ${limit} ${worst <= limit ? 'met' : '**missed**'} |`;
}

export function theory() {
  const erlang = [1, 2, 3, 4, 5].map(() => cpuOf(() => erlangC(1_000_000, 999_900)).milliseconds);
  const lines = [
    '# How long theory takes',
    '',
    'By `npm run bench -- --theory`: CPU time in milliseconds, the median of five calls at each set of parameters. A call',
    'that is refused says within this time that the chain would have too many states.',
    '',
    machine(),
    '',
    `Erlang C at a million servers and utilisation 0.9999: ${shown(median(erlang))} ms (limit 5).`,
    '',
    '| model or formula | sets of parameters | median | worst | eight percentiles, worst | limit |',
    '|---|---|---|---|---|---|',
    ...models.map(model =>
      row(model.kendall, modelCases(model, { arrivalProcessOf, renewalProcess, distributionOf })),
    ),
    ...Object.values(formulaGroups).flatMap(group =>
      Object.entries(group).map(([name, formula]) =>
        row(formula.kendall, formulaCases(name, formula, distributionOf)),
      ),
    ),
    '',
  ];
  writeFileSync(new URL('../../results/reference/theory-speed.md', import.meta.url), lines.join('\n'));
  console.log(lines.join('\n'));
}
