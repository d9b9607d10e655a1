import type { ChartDataset } from 'chart.js';
import type { DrainReport, DrainRow } from '../../study/run-drain.js';
import { formatDuration } from '../../units.js';
import { upsetInWords } from '../content/upset.js';
import { servers } from '../plans/number.js';
import { axisTitle, ticks, timeScale } from './axis.js';
import { common, headings, isNamed, type LineChart } from './chart.js';
import { curveColours } from './colours.js';

type Line = ChartDataset<'line', { x: number; y: number }[]>;

/**
 * Who waits over the time since an upset ended, a line for each number of servers: straight, as the fluid has it, from
 * the mean backlog to the mean time; a triangle stands where 95 of 100 recoveries are over. Undefined where
 * nothing recovers.
 */
export function drainCurve(report: DrainReport): LineChart | undefined {
  const rows = report.table.flatMap(lineOf);
  if (rows.length === 0) return undefined;
  const longest = Math.max(...rows.flatMap(({ end, late }) => [end, late ?? 0]));
  const scale = timeScale(longest);
  const title = `Who waits after ${upsetInWords(report.upset)}`;
  return {
    type: 'line',
    data: {
      datasets: [
        ...rows.flatMap(({ row, backlog, end, late }, i): Line[] => {
          const colour = curveColours[i % curveColours.length];
          const isChosen = row.servers === report.servers;
          const ends = [
            { x: 0, y: backlog },
            { x: end / scale.divisor, y: 0 },
          ];
          return [
            {
              label: servers(row.servers),
              data: ends,
              borderColor: colour,
              backgroundColor: colour,
              borderWidth: isChosen ? 4 : 2,
              pointRadius: 0,
              pointStyle: 'line',
            },
            ...(late === undefined ? [] : [triangle(late / scale.divisor, colour)]),
          ];
        }),
        ...deadlineLine(report, scale.divisor, Math.max(...rows.map(({ backlog }) => backlog))),
      ],
    },
    options: {
      ...common,
      parsing: false,
      scales: {
        x: {
          type: 'linear',
          min: 0,
          title: axisTitle('time since then; triangles: over by then in 95 of 100 cases', scale),
          ticks,
        },
        y: { min: 0, title: axisTitle('customers who wait'), ticks },
      },
      plugins: headings(title, report, { filter: isNamed }),
    },
  };
}

const triangle = (x: number, colour: string): Line => ({
  label: '',
  data: [{ x, y: 0 }],
  borderColor: colour,
  backgroundColor: colour,
  pointStyle: 'triangle',
  pointRadius: 6,
  clip: 8,
});

interface Drained {
  readonly row: DrainRow;
  readonly backlog: number;
  readonly end: number;
  readonly late?: number;
}

/** Only of those that recover, and whose backlog is known. */
function lineOf(row: DrainRow): Drained[] {
  const { recovery } = row;
  if (!recovery) return [];
  const late = recovery.percentiles.find(({ p }) => p === 0.95)?.value;
  return [
    {
      row,
      backlog: recovery.meanBacklog.value,
      end: recovery.meanTime.value,
      ...(late !== undefined && { late }),
    },
  ];
}

function deadlineLine({ deadline }: DrainReport, divisor: number, top: number): Line[] {
  if (deadline === undefined) return [];
  return [
    {
      label: `deadline: ${formatDuration(deadline)}`,
      data: [
        { x: deadline / divisor, y: 0 },
        { x: deadline / divisor, y: top },
      ],
      borderColor: '#6b7280',
      backgroundColor: '#6b7280',
      borderDash: [6, 5],
      borderWidth: 2,
      pointRadius: 0,
      pointStyle: 'line',
    },
  ];
}
