import type { Inferred, Made } from '../../ingest/index.js';
import { formatCount, formatDuration, formatNumber, formatPercent } from '../../units.js';
import { plain } from '../content/plain.js';
import { wrapped } from '../terminal/wrap.js';
import { arrivalLines, populationLines } from './arrivals.js';
import { serviceLines } from './service.js';
import { warnings } from './warnings.js';

/** What data say and what was made of them, for a terminal. */
export function renderInferred(
  inferred: Inferred,
  made: Made | undefined,
  declared: number | undefined,
  width: number,
): string {
  const { file, format, customers, from, notes, rows, badCount, bad } = inferred;
  const many = customers === undefined ? '' : ` ${formatCount(customers)} customers`;
  const sections = [
    [`${plain(file)}:${many} (${format}: ${plain(from)})`, ...notes.map(note => `  ${plain(note)}`)],
    [
      ...arrivalLines(inferred),
      ...populationLines(inferred),
      ...serviceLines(inferred),
      ...waitLines(inferred),
      ...serverLines(inferred),
    ],
    badCount === 0
      ? []
      : [
          `! ${formatCount(badCount)} of ${formatCount(rows)} rows are bad and left out:`,
          ...bad.map(({ line, problem }) => `  ${plain(file)}:${line}: ${plain(problem)}`),
          ...(badCount > bad.length ? [`  and ${formatCount(badCount - bad.length)} more`] : []),
        ],
    warnings(inferred, declared).map(text => `! ${text}`),
    made?.choices ?? [],
  ];
  return `${sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.flatMap(line => wrapped(line, { width: Math.max(40, width) })).join('\n'))
    .join('\n\n')}\n`;
}

const waitLines = ({ wait: found }: Inferred): string[] =>
  found === undefined
    ? []
    : [
        `wait: mean ${formatDuration(found.mean)}, longest ${formatDuration(found.longest)}, ${formatPercent(found.share)} wait`,
      ];

function serverLines({ servers: found }: Inferred): string[] {
  if (found === undefined) return [];
  const most = found.most ? `, at most ${found.most.servers}` : '';
  const played = found.tried
    .slice(0, 4)
    .map(({ servers: count, meanWait }) => `${formatDuration(meanWait)} with ${count}`);
  return [
    `in service on average: ${formatNumber(found.erlangs)}${most}`,
    ...(played.length > 0 ? [`mean wait of the log played again: ${played.join(', ')}`] : []),
  ];
}
