import type { Inferred, Made } from '../../ingest/index.js';
import { formatCount, formatDuration, formatNumber, formatPercent, formatRate } from '../../units.js';
import { plain } from '../content/plain.js';
import { wrapped } from '../terminal/wrap.js';

/** What a log says and what was made of it, for a terminal. */
export function renderInferred(inferred: Inferred, made: Made | undefined, width: number): string {
  const { file, customers, columns, rows, badCount, bad } = inferred;
  const from = Object.entries(columns)
    .map(([role, { column }]) => (role === column ? role : `${role} from ${column}`))
    .join(', ');
  const sections = [
    [`${plain(file)}: ${formatCount(customers)} customers (${plain(from)})`],
    [...arrivals(inferred), ...service(inferred), ...wait(inferred), ...servers(inferred)],
    badCount === 0
      ? []
      : [
          `! ${formatCount(badCount)} of ${formatCount(rows)} rows are bad and left out:`,
          ...bad.map(({ line, problem }) => `  ${plain(file)}:${line}: ${plain(problem)}`),
          ...(badCount > bad.length ? [`  and ${formatCount(badCount - bad.length)} more`] : []),
        ],
    warnings(inferred),
    made?.choices ?? [],
  ];
  return `${sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.flatMap(line => wrapped(line, { width: Math.max(40, width) })).join('\n'))
    .join('\n\n')}\n`;
}

function arrivals({ arrivals: found }: Inferred): string[] {
  if (found === undefined) return [];
  const { rate, span, scv, dispersion, by } = found;
  const clock = by === 'arrived' ? '' : ` (by the time they ${by}: when they arrived is not known)`;
  const gaps = scv === undefined ? '' : `, scv of the gaps ${formatNumber(scv)}`;
  const scales = dispersion.map(({ window, index }) => `${formatNumber(index)} at ${formatDuration(window)}`);
  return [
    `arrivals: ${formatRate(rate)} over ${formatDuration(span)}${clock}${gaps}`,
    ...(scales.length > 0 ? [`index of dispersion: ${scales.join(', ')} (1 for Poisson arrivals)`] : []),
  ];
}

function service({ service: found }: Inferred): string[] {
  if (found === undefined) return ['service: not told'];
  const { mean, scv, longest, tailIndex, fit } = found;
  const vary = scv === undefined ? '' : `, scv ${formatNumber(scv)}`;
  const tail = tailIndex === undefined ? '' : `, tail index about ${formatNumber(tailIndex, 2)}`;
  const laws = [fit, ...fit.others].map(
    ({ law, distance }) => `${law.distribution} ${formatNumber(distance, 2)}`,
  );
  return [
    `service: mean ${formatDuration(mean)}${vary}, longest ${formatDuration(longest)}${tail}`,
    `distance of fitted laws: ${laws.join(', ')}; p = ${fit.p.toFixed(2)} for the nearest`,
  ];
}

const wait = ({ wait: found }: Inferred): string[] =>
  found === undefined
    ? []
    : [
        `wait: mean ${formatDuration(found.mean)}, longest ${formatDuration(found.longest)}, ${formatPercent(found.share)} wait`,
      ];

function servers({ servers: found }: Inferred): string[] {
  if (found === undefined) return [];
  const played = found.tried
    .slice(0, 4)
    .map(({ servers: count, meanWait }) => `${formatDuration(meanWait)} with ${count}`);
  return [
    `in service on average: ${formatNumber(found.erlangs)}`,
    ...(played.length > 0 ? [`mean wait of the log played again: ${played.join(', ')}`] : []),
  ];
}

function warnings({ arrivals: come, service: take }: Inferred): string[] {
  const found: string[] = [];
  const last = come?.dispersion.at(-1);
  if (come && come.together > 0.05)
    found.push(
      `! ${formatPercent(come.together)} of the arrivals have the very time of the one before: batches, or a clock too coarse to tell.`,
    );
  if (last && last.index > 2)
    found.push(
      `! The counts in windows of ${formatDuration(last.window)} vary ${formatNumber(last.index)} times as much as Poisson arrivals (the busiest holds ${formatNumber(last.busiest)} times the mean): bursts or a rate that changes. A formula for steady independent arrivals waits too little; --replay keeps them.`,
    );
  if (take?.tailIndex !== undefined && take.tailIndex <= 2)
    found.push(
      '! The tail of the services is so heavy that their variance may be infinite: trust percentiles, not the mean wait.',
    );
  return found;
}
