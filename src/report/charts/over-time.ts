import type { ChartDataset } from 'chart.js';
import type { EngineName, TimeSeries } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { formatDuration, formatNumber, type Scale } from '../../units.js';
import { columnTitles, resultsInOrder } from '../content/columns.js';
import { plain } from '../content/plain.js';
import { axisTitle, ticks, timeScale, timeSinceStart } from './axis.js';
import { common, headings, isNamed, type LineChart } from './chart.js';
import { engineColours, faded } from './colours.js';

type Line = ChartDataset<'line', { x: number; y: number }[]>;

/** How a series is drawn. */
export interface Drawn {
  /** `waiting`, `servers`: before the name of the engine. */
  readonly label: string;
  readonly style: 'solid' | 'dashed' | 'area';
  /** Instead of that of the engine. */
  readonly colour?: string;
  /** On the right, with an axis of its own. */
  readonly right?: boolean;
}

export interface OverTime {
  readonly title: string;
  readonly series: Readonly<Partial<Record<TimeSeries['name'], Drawn>>>;
  /** What stands at the left axis, and at the right one where there is one. */
  readonly axes: readonly [string, string?];
  /** The unit of the left axis for values up to this one; without it they are counts. */
  readonly scale?: (highest: number) => Scale;
}

/** A value holds until the next; the last one as long as the one before. */
const endOf = (time: readonly number[]): number => 2 * time[time.length - 1] - time[time.length - 2];

const counts: Scale = { divisor: 1, suffix: '' };

/** Series of the whole system, or of its one station, over the time of a run; bands are intervals of the mean. */
export function overTime(
  study: Study,
  { title, series: wanted, axes, scale }: OverTime,
): LineChart | undefined {
  const found = resultsInOrder(study).flatMap(({ engine, series = [] }) =>
    series.flatMap(one => {
      const drawn = wanted[one.name];
      return drawn && one.time.length > 1 ? [{ engine, one, drawn }] : [];
    }),
  );
  if (found.length === 0) return undefined;
  const end = Math.max(...found.map(({ one }) => endOf(one.time)));
  const time = timeScale(end);
  const left = found.filter(({ drawn }) => !drawn.right);
  const unit = scale?.(Math.max(...left.flatMap(({ one }) => one.value)) / 2) ?? counts;
  const hasRight = found.some(({ drawn }) => drawn.right);
  return {
    type: 'line',
    data: {
      datasets: found.flatMap(({ engine, one, drawn }) =>
        datasets(engine, one, drawn, { time, unit: drawn.right ? counts : unit }),
      ),
    },
    options: {
      ...common,
      parsing: false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: timeSinceStart(end, time),
        y: upright(axes[0], unit.suffix === '' ? undefined : unit),
        ...(hasRight && {
          y1: { ...upright(axes[1] ?? ''), position: 'right', grid: { drawOnChartArea: false } },
        }),
      },
      plugins: {
        ...headings(title, study, { filter: isNamed }),
        tooltip: {
          filter: ({ dataset: { label } }) => label !== '',
          callbacks: {
            title: ([item]) => `after ${formatDuration((item?.parsed.x ?? 0) * time.divisor)}`,
            label: ({ dataset: { label }, parsed: { y } }) => `${label}: ${formatNumber(y ?? 0)}`,
          },
        },
      },
    },
  };
}

const upright = (text: string, unit?: Scale) =>
  ({ type: 'linear', min: 0, grace: '5%', title: axisTitle(text, unit), ticks }) as const;

interface Scales {
  readonly time: Scale;
  readonly unit: Scale;
}

function datasets(
  engine: EngineName,
  { time, value, low, high, station }: TimeSeries,
  { label, style, right = false, colour = engineColours[engine] }: Drawn,
  scales: Scales,
): Line[] {
  const points = (values: readonly number[]) =>
    [...time, endOf(time)].map((t, i) => ({
      x: t / scales.time.divisor,
      y: values[Math.min(i, values.length - 1)] / scales.unit.divisor,
    }));
  const axis = right ? { yAxisID: 'y1' } : {};
  const where = station === undefined ? '' : ` at ${plain(station, 30)}`;
  const edge: Line = {
    ...{ label: '', data: [], borderWidth: 0, pointRadius: 0, stepped: true, order: 3 },
    ...{ backgroundColor: faded(colour, 0.2), ...axis },
  };
  return [
    {
      label: `${label}${where}, ${columnTitles[engine]}`,
      data: points(value),
      borderColor: colour,
      backgroundColor: style === 'area' ? faded(colour, 0.28) : colour,
      borderWidth: style === 'area' ? 0.8 : 2,
      ...(style === 'dashed' && { borderDash: [7, 4] }),
      ...(style === 'area' && { fill: 'origin' }),
      stepped: true,
      pointRadius: 0,
      pointStyle: style === 'area' ? 'rect' : 'line',
      order: style === 'area' ? 2 : 1,
      ...axis,
    },
    ...(low && high
      ? [
          { ...edge, data: points(low) },
          { ...edge, data: points(high), fill: '-1' },
        ]
      : []),
  ];
}
