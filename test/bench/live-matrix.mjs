// Every real queue against the twin of its own topology: utilisation x consumers x law of service, and rows beside (short
// services, natural ones, messages bound to consumers ahead). Cells that are done are kept in results/live-matrix.ndjson, so
// it can be stopped and started again; each writes results/reference/live-matrix.md anew. An hour on an idle machine:
// `npm run live-matrix`, with `--note` for what the page is to say of the machine; a part: `npm run live-matrix -- --minutes 5 --rows matrix,natural --only zeromq --out /tmp/matrix`
import { brokers } from '../../dist/engines/live/brokers/index.js';
import { parseScenario } from '../../dist/scenario/parse.js';
import { runStudy } from '../../dist/study/run-study.js';
import { cellsOf, groups, interleaved, keyOf, scenarioText } from './live-matrix/cells.mjs';
import { matrixPage } from './live-matrix/page.mjs';
import { flags } from './time-left.mjs';
import { trialLog } from './trial-log.mjs';

const asked = flags({
  only: undefined,
  rows: undefined,
  out: undefined,
  minutes: '600',
  seconds: '6',
  note: undefined,
  tries: '3',
});
const log = trialLog('live-matrix', asked);
const known = Object.keys(brokers).filter(name => name !== 'in-process');
const cells = cellsOf(chosen('rows', asked.rows, Object.keys(groups)), chosen('only', asked.only, known));

await log.each(
  interleaved(cells).map(cell => [keyOf(cell), cell]),
  measured,
  () => matrixPage(cells, log.get),
);

/**
 * A run that fails its own checks does not count; another seed does it again, and earlier calls' attempts are counted with
 * them. Undefined: it was interrupted.
 */
async function measured(cell, signal) {
  let attempts = log.get(keyOf(cell))?.attempts ?? 0;
  let problem;
  for (let seed = 1; seed <= Number(asked.tries); seed++) {
    const scenario = parseScenario(scenarioText(cell, Number(asked.seconds), seed));
    const { study, live } = await runStudy(scenario, {
      ...{ engines: ['live'], workers: 1, command: '', signal },
    });
    if (signal.aborted) return undefined;
    const result = study.results.find(({ engine }) => engine === 'live');
    attempts += result?.live.attempts ?? 0;
    problem = live?.problem ?? study.unanswered?.find(({ engine }) => engine === 'live')?.reason;
    process.stderr.write(`${keyOf(cell)} seed ${seed}: ${live?.kind ?? 'refused'} ${problem ?? ''}\n`);
    if (live?.kind === 'measured') return { ...cell, seed, attempts, ...whatIsKept(cell, study, result) };
    if (live?.kind !== 'not-comparable') break;
  }
  return { ...cell, attempts, problem };
}

function whatIsKept({ group }, study, { live }) {
  const of = name => study.comparisons.find(({ measure }) => measure === name);
  return {
    ...{ messages: live.messages, at: live.startedAt, software: live.software },
    shared: live.sharedQueue?.difference,
    measures: Object.fromEntries(
      Object.keys({ meanSojourn: 0, ...groups[group].margins }).map(name => {
        const { columns, difference } = of(name) ?? { columns: {} };
        return [name, { live: columns.live?.value, difference }];
      }),
    ),
  };
}

function chosen(flag, text, all) {
  const names = text?.split(',') ?? all;
  const unknown = names.find(name => !all.includes(name));
  if (unknown) throw new Error(`--${flag}: there is no "${unknown}"; known are ${all.join(', ')}`);
  return names;
}
