// The table of the matrix, with how many cells keep each margin above it.
import { measuredOf } from '../trial-log.mjs';
import { groups, keyOf } from './cells.mjs';

const percent = value => `${value < 0 ? '−' : '+'}${(100 * Math.abs(value)).toFixed(2)} %`;
const withInterval = difference =>
  difference
    ? `${percent(difference.value)} (${percent(difference.low)} to ${percent(difference.high)})`
    : '–';

/** @param given what a cell gave, by its key */
export function matrixPage(cells, given) {
  const rows = cells.map(cell => given(keyOf(cell)) ?? cell);
  const measured = rows.filter(({ measures }) => measures);
  const failed = rows.filter(({ problem }) => problem);
  const software = [...new Set(measured.map(one => one.software))].join('; ');
  const parts = Object.keys(groups).filter(name => measured.some(({ group }) => group === name));
  return `# Real queues against the twins of their own topologies

The twin is the model of the queue's own topology with the very messages that were sent. That of bullmq loses as many races
between a worker that is woken and one that ends as were seen in the run, that of batches goes by the order of sends and
requests that the batches show. Only runs that passed all their own checks count; "tries" says how many it took. A cell keeps a
margin when the measured difference from the twin is no larger; the 95 % interval of the difference is that of pairs of
messages, by batches. "Shared queue" is the mean sojourn time beside that of one queue for all consumers, where the queue is
none, with its interval. The cells of a machine were measured in random order, BullMQ's by themselves and in longer runs: code that
is not yet compiled makes its first second late.
What each cell gave is kept in live-matrix.ndjson beside this page; a copy of it in results/ is what the script goes on from.

${measuredOf(measured)}${software && ` ${software}.`}
${measured.length} of ${rows.length} cells${failed.length > 0 ? `, of ${failed.length} more no run passed its checks` : ''}.

${parts.flatMap(name => kept(name, measured)).join('\n')}
${parts.includes('matrix') ? byQueue(measured) : ''}${parts.map(name => table(name, measured)).join('')}${failed.length > 0 ? `\n## No run passed its checks\n\n${failed.map(cell => `- ${keyOf(cell)}: ${cell.problem}`).join('\n')}\n` : ''}`;
}

/** The cells in which a measure was compared, and those of them that keep its margin. */
function tallied(cells, measure, margin) {
  const seen = cells.filter(cell => cell.measures[measure]?.difference);
  const inside = seen.filter(({ measures }) => Math.abs(measures[measure].difference.value) <= margin);
  return { seen, inside };
}

function byQueue(measured) {
  const cells = measured.filter(({ group }) => group === 'matrix');
  const { margins } = groups.matrix;
  const rows = [...new Set(cells.map(({ broker }) => broker))].map(broker => [
    broker,
    ...Object.entries(margins).map(([measure, margin]) => {
      const of = cells.filter(cell => cell.broker === broker);
      const { seen, inside } = tallied(of, measure, margin);
      return `${inside.length} of ${seen.length}`;
    }),
  ]);
  return `
Of the services of 10 ms, queue by queue:

| queue | ${Object.keys(margins).join(' | ')} |
|${'---|'.repeat(1 + Object.keys(margins).length)}
${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}
`;
}

function kept(name, measured) {
  const { title, margins } = groups[name];
  const lines = Object.entries(margins).map(([measure, margin]) => {
    const { seen, inside } = tallied(
      measured.filter(cell => cell.group === name),
      measure,
      margin,
    );
    if (seen.length === 0) return `  - ${measure}: none measured`;
    const enough = 20 * inside.length >= 19 * seen.length;
    return `  - ${measure} within ${100 * margin} %: ${inside.length} of ${seen.length}; 19 of 20 ${enough ? 'holds' : 'does not hold'}`;
  });
  return [`- ${title}`, ...lines];
}

function table(name, measured) {
  const { title, margins } = groups[name];
  const names = Object.keys(margins);
  const rows = measured
    .filter(({ group }) => group === name)
    .map(({ broker, setting, load, consumers, law, messages, attempts, measures, shared }) =>
      [
        setting ? `${broker}, ${setting}` : broker,
        ...[load, consumers, law, messages, attempts],
        `${(1000 * measures.meanSojourn.live).toFixed(2)} ms`,
        ...names.map(measure => withInterval(measures[measure].difference)),
        shared ? withInterval(shared) : '',
      ].join(' | '),
    );
  return `
## ${title[0].toUpperCase()}${title.slice(1)}

| queue | load | consumers | service | messages | tries | W measured | ${names.join(' | ')} | shared queue |
|${'---|'.repeat(8 + names.length)}
${rows.map(row => `| ${row} |`).join('\n')}
`;
}
