import type { SweepPoint, SweepReport } from '../../study/run-sweep.js';
import { formatNumber, type Scale } from '../../units.js';
import { measureLabel, scaleOf } from '../content/measure-label.js';
import { capital, plain } from '../content/plain.js';
import { axisName } from '../content/sweep-curves.js';
import { axisTitle, categoryTicks } from './axis.js';
import { type BarChart, common, headings } from './chart.js';
import { heatColour, noHeat } from './colours.js';
import { heatLegend } from './heat-legend.js';
import { heatTexts } from './heat-texts.js';

/** A sampled or computed value of a cell, or why it has none. */
type Cell = { readonly value: number; readonly met: boolean } | { readonly missing: string };

/**
 * A measure over the two axes of a sweep: a column for each value of the first, a row for each of the second, the
 * darker the larger; grey where the queue grows without end or nobody answered. Undefined for any other number of
 * axes, and where no two cells have a value.
 */
export function heatMap(report: SweepReport, measure: string): BarChart | undefined {
  const { axes, points } = report;
  if (axes.length !== 2) return undefined;
  const [columns, rows] = axes;
  const cells = points.map(point => cellOf(point, measure));
  const values = cells.flatMap(cell => ('value' in cell ? [cell.value] : []));
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  if (values.length < 2 || !(highest > lowest)) return undefined;
  const { name, unit } = measureLabel(measure);
  const logarithmic = lowest > 0 && highest / lowest > 30;
  const scale = scaleOf(
    unit,
    logarithmic ? Math.max(highest / 1000, Math.sqrt(lowest * highest)) : highest / 2,
  );
  const height = (value: number): number =>
    logarithmic
      ? Math.log(value / lowest) / Math.log(highest / lowest)
      : (value - lowest) / (highest - lowest);
  const colour = (cell: Cell): string => ('value' in cell ? heatColour(height(cell.value)) : noHeat);
  const row = <T>(i: number, list: readonly T[]): T[] =>
    list.slice(i * columns.values.length, (i + 1) * columns.values.length);
  const judged = points.some(({ decision }) => decision !== undefined);
  const title = `${capital(name)} over ${plain(columns.path, 40)} and ${plain(rows.path, 40)}`;
  return {
    type: 'bar',
    data: {
      labels: columns.values.map(label(columns.unit)),
      datasets: rows.values.map((value, i) => ({
        label: plain(value, 40),
        data: columns.values.map(() => 1),
        backgroundColor: row(i, cells).map(colour),
        borderColor: '#ffffff',
        borderWidth: 1,
        borderSkipped: false,
        categoryPercentage: 1,
        barPercentage: 1,
      })),
    },
    options: {
      ...common,
      layout: { padding: { ...common.layout.padding, right: 110 } },
      scales: {
        x: {
          stacked: true,
          title: axisTitle(axisName(columns)),
          ticks: categoryTicks,
          grid: { display: false },
        },
        y: {
          stacked: true,
          min: 0,
          max: rows.values.length,
          title: axisTitle(axisName(rows)),
          grid: { display: false },
          // One name at the middle of each row.
          afterBuildTicks: axis => {
            axis.ticks = rows.values.map((_, i) => ({ value: i + 0.5 }));
          },
          ticks: {
            ...categoryTicks,
            callback: middle => label(rows.unit)(rows.values[Math.floor(Number(middle))] ?? ''),
          },
        },
      },
      plugins: {
        ...headings(judged ? `${title}; ✓ meets the thresholds` : title, report),
        legend: { display: false },
        tooltip: { enabled: false },
      },
    },
    plugins: [
      heatTexts(rows.values.map((_, i) => row(i, cells).map(cell => inWords(cell, scale)))),
      heatLegend({
        title: `${name}${scale.suffix === '' ? '' : ` (${scale.suffix.trim()})`}`,
        marks: [0, 0.25, 0.5, 0.75, 1].map(at => ({
          at,
          text: formatNumber(
            (logarithmic ? lowest * (highest / lowest) ** at : lowest + at * (highest - lowest)) /
              scale.divisor,
            2,
          ),
        })),
      }),
    ],
  };
}

function cellOf({ unstable, measures, decision }: SweepPoint, measure: string): Cell {
  const found = Object.hasOwn(measures, measure) ? measures[measure] : undefined;
  if (found) return { value: found.value, met: decision === 'met' };
  return { missing: unstable ? 'grows' : '–' };
}

const inWords = (cell: Cell, { divisor }: Scale): string =>
  'value' in cell ? `${formatNumber(cell.value / divisor, 3)}${cell.met ? ' ✓' : ''}` : cell.missing;

/** The unit stands once, at the axis. */
const label =
  (unit = '') =>
  (value: string): string =>
    plain(unit !== '' && value.endsWith(unit) ? value.slice(0, -unit.length).trim() : value, 30);
