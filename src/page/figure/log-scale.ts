import type { Chart } from 'chart.js';
import type { LineChart } from '../../report/charts/chart.js';
import { formatCount, formatPercent } from '../../units.js';

type Upright = NonNullable<NonNullable<LineChart['options']>['scales']>[string];

/** Turns the upright axis of a chart from linear to logarithmic and back. @returns whether it is logarithmic now */
export function toggleLog(chart: Chart, { options }: LineChart): boolean {
  const asDrawn = options?.scales?.y;
  const isLog = chart.scales.y.type === 'logarithmic';
  const scales = chart.options.scales as Record<string, Upright | undefined>;
  scales.y =
    asDrawn?.type === (isLog ? 'linear' : 'logarithmic') ? { ...asDrawn } : otherWay(asDrawn, !isLog);
  chart.update('none');
  return !isLog;
}

function otherWay(asDrawn: Upright | undefined, toLog: boolean): Upright {
  const { min: _, ...rest } = asDrawn ?? {};
  const ticks = { ...asDrawn?.ticks, callback: toLog ? fewTicks : shareTicks };
  return (
    toLog ? { ...rest, type: 'logarithmic', ticks } : { ...rest, type: 'linear', min: 0, ticks }
  ) as Upright;
}

/** Of the nine ticks of a decade three have a name. */
const fewTicks = (value: string | number): string =>
  /^[125](\.0*)?e/.test(Number(value).toExponential()) ? formatCount(Number(value), 12) : '';

/** What is drawn on a logarithmic axis is a share. */
const shareTicks = (value: string | number): string => formatPercent(Number(value));
