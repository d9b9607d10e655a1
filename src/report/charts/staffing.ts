import type { ChartDataset } from 'chart.js';
import type { StaffedInterval, StaffReport } from '../../study/run-staff.js';
import { axisTitle, ticks, timeScale } from './axis.js';
import { common, headings, isNamed, type LineChart } from './chart.js';
import { engineColours, faded, offeredColour, partColours } from './colours.js';

type Line = ChartDataset<'line', { x: number; y: number }[]>;

/**
 * The servers of each interval beside the load of its arrivals, and on the right the share of those who wait, with its
 * interval. Undefined where no staffing was found.
 */
export function staffing(report: StaffReport): LineChart | undefined {
  const { intervals, period } = report;
  if (intervals.length === 0) return undefined;
  const scale = timeScale(period);
  /** A value holds until the next interval. */
  const steps = (value: (interval: StaffedInterval) => number) =>
    [...intervals, intervals[intervals.length - 1]].map((interval, i) => ({
      x: (i < intervals.length ? interval.from : period) / scale.divisor,
      y: value(interval),
    }));
  const stepped = { stepped: true, pointRadius: 0, pointStyle: 'line' } as const;
  return {
    type: 'line',
    data: {
      datasets: [
        {
          ...stepped,
          label: 'servers',
          data: steps(({ servers }) => servers),
          borderColor: partColours.processing,
          backgroundColor: partColours.processing,
          borderWidth: 3,
          order: 0,
        },
        {
          ...stepped,
          label: 'offered load',
          data: steps(({ offeredLoad }) => offeredLoad),
          borderColor: offeredColour,
          backgroundColor: faded(offeredColour, 0.25),
          fill: 'origin',
          borderWidth: 1,
          pointStyle: 'rect',
          order: 2,
        },
        ...waiting(intervals, scale.divisor),
      ],
    },
    options: {
      ...common,
      parsing: false,
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: period / scale.divisor,
          title: axisTitle('time of the period', scale),
          ticks: { ...ticks, includeBounds: false },
        },
        y: { type: 'linear', min: 0, grace: '5%', title: axisTitle('servers, erlangs'), ticks },
        y1: {
          type: 'linear',
          position: 'right',
          min: 0,
          grace: '20%',
          grid: { drawOnChartArea: false },
          title: axisTitle('wait (%)'),
          ticks,
        },
      },
      plugins: headings('Servers by interval', report, { filter: isNamed }),
    },
  };
}

/** A point in the middle of each interval in which anybody comes, and an upright line for what it may be. */
function waiting(intervals: readonly StaffedInterval[], divisor: number): Line[] {
  const colour = engineColours.live;
  const points = intervals.flatMap(({ from, until, measures: { probabilityOfWait } }) =>
    probabilityOfWait ? [{ x: (from + until) / 2 / divisor, estimate: probabilityOfWait }] : [],
  );
  const plain: Line = {
    label: '',
    data: [],
    yAxisID: 'y1',
    borderColor: colour,
    backgroundColor: colour,
    pointRadius: 0,
    borderWidth: 1.5,
    order: 1,
  };
  return [
    {
      ...plain,
      label: 'share that waits',
      data: points.map(({ x, estimate }) => ({ x, y: 100 * estimate.value })),
      showLine: false,
      pointRadius: 4,
      pointStyle: 'circle',
    },
    ...points.flatMap(({ x, estimate }): Line[] =>
      estimate.kind === 'sampled'
        ? [{ ...plain, data: [estimate.low, estimate.high].map(y => ({ x, y: 100 * y })) }]
        : [],
    ),
  ];
}
