import picocolors from 'picocolors';
import type { CalibrationReport } from '../../study/run-calibrate.js';
import { formatDuration, formatNumber, formatPercent, formatRate } from '../../units.js';
import { plain } from '../content/plain.js';
import { grid } from '../terminal/grid.js';
import { wrapped } from '../terminal/wrap.js';

interface Look {
  readonly colour: boolean;
  readonly width: number;
}

type Off = CalibrationReport['steady']['closed'];

/** The calibration for a terminal: what was taken, the levels beside the models, who is off and why. */
export function renderCalibration(report: CalibrationReport, { colour, width }: Look): string {
  const paint = picocolors.createColors(colour);
  const page = Math.max(40, width);
  const sections = [
    lead(report).flatMap((line, i) =>
      i === 0 ? wrapped(line, { width: page }).map(paint.bold) : wrapped(line, { width: page }),
    ),
    table(report, paint.bold),
    remarks(report).flatMap(line => wrapped(line, { width: page, first: '! ' })),
    report.bad.flatMap(({ line, problem }) =>
      wrapped(`${plain(report.file)}:${line}: ${plain(problem)}; left out`, { width: page, first: '! ' }),
    ),
  ];
  return `${sections.flatMap(lines => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function lead({ from, calibrated, steady, file }: CalibrationReport): string[] {
  const { service, think, why } = calibrated;
  const held =
    steady.closed.levels === 0
      ? 'No other level has services as short: nothing to hold the models against.'
      : `Clients who wait for their answers (M/M/m//N, exact) are off by at most ${worst(steady.closed)} over ${steady.closed.levels} levels; arrivals from outside at the measured rate (M/M/m, exact) by ${worst(steady.open)}.`;
  return [
    held,
    `Calibrated on one level, ${from.clients} clients and ${from.servers} servers (${plain(file)}:${from.line}): service ${formatDuration(service)}, think time ${formatDuration(think)} (${why.join('; ')}).`,
  ];
}

function table({ levels, from, scalability }: CalibrationReport, bold: (text: string) => string): string[] {
  const fitted = scalability !== undefined;
  const rate = (value: number | undefined) => (value === undefined ? '-' : formatRate(value, 5));
  const time = (value: number | undefined) =>
    value === undefined ? '-' : value < 1e-9 ? '0 s' : formatDuration(value);
  const head = [
    ...['clients', 'servers', 'throughput', 'closed', ...(fitted ? ['slowing'] : [])],
    ...['wait', 'closed', ...(fitted ? ['slowing'] : []), 'open', 'service', ''],
  ];
  return grid({
    head: head.map(bold),
    rows: levels.map(({ level, service, closed, open, growing = {} }) => [
      ...[String(level.clients), String(level.servers), rate(level.throughput), rate(closed.throughput)],
      ...(fitted ? [rate(growing.throughput)] : []),
      ...[time(level.wait), time(closed.wait), ...(fitted ? [time(growing.wait)] : [])],
      ...[
        open.wait === undefined && level.throughput !== undefined ? 'grows' : time(open.wait),
        time(service),
      ],
      level === from ? '← calibrated' : '',
    ]),
    aligns: [...head.slice(1).map(() => 'right' as const), 'left'],
    gap: 2,
  });
}

function remarks(report: CalibrationReport): string[] {
  const { alike, grown, scalability, calibrated, levels } = report;
  const found: string[] = [];
  if (alike !== undefined) {
    const [few, many] = [alike.few.level, alike.many.level];
    const apart = Math.abs((many.throughput ?? 0) / (few.throughput ?? 1) - 1);
    const busy = ((many.throughput ?? 0) * calibrated.service) / many.servers;
    found.push(
      `Why the open model fails: with ${few.servers} servers, ${few.clients} and ${many.clients} clients have throughputs ${formatPercent(apart, 2)} apart and waits ${formatNumber((many.wait ?? 0) / (few.wait ?? 1), 2)} times as long. A model that knows the rate alone cannot tell them apart, and at a utilisation of ${formatPercent(busy)} a little more of it changes its wait without end. Here nobody asks again before the answer is there: the wait grows with the clients, not with the rate.`,
    );
  }
  if (grown.closed.levels > 0) {
    const longest = Math.max(...levels.map(({ service = 0 }) => service));
    found.push(
      `The service time depends on the load: ${formatDuration(calibrated.service)} at the calibrated level, up to ${formatDuration(longest)} elsewhere. With one service time the closed model is off by ${worst(grown.closed)} over those ${grown.closed.levels} levels.`,
    );
    if (scalability !== undefined) {
      const { sigma, kappa, peakWorkers, points } = scalability;
      const peak =
        peakWorkers === undefined ? 'no peak' : `most throughput at ${Math.round(peakWorkers)} servers`;
      found.push(
        `Servers that slow each other down, by the universal scalability law fitted to ${points.length} levels (contention σ ${formatNumber(sigma, 2)}, coherence κ ${formatNumber(kappa, 2)}, ${peak}; an approximation): off by ${worst(grown.growing)} there.`,
      );
    }
  }
  return found;
}

function worst({ throughput, wait, withoutEnd }: Off): string {
  const percent = (value: number) => formatPercent(value, 2);
  const parts = [
    ...(throughput === undefined ? [] : [`${percent(throughput)} in throughput`]),
    ...(wait === undefined ? [] : [`${percent(wait)} in waits`]),
    ...(withoutEnd === undefined ? [] : [`having no steady state at ${withoutEnd}`]),
  ];
  return parts.length === 0 ? 'what nobody measured' : parts.join(' and ');
}
