import type { ChartDataset } from 'chart.js';
import type { TunedSetting, TuneReport } from '../../study/run-tune.js';
import { plain } from '../content/plain.js';
import { axisTitle, ticks, timeScale } from './axis.js';
import { common, headings, isNamed, type LineChart } from './chart.js';
import { engineColours, offeredColour } from './colours.js';
import { pointLabels } from './point-labels.js';

type Line = ChartDataset<'line', { x: number; y: number }[]>;

interface Point {
  readonly row: TunedSetting;
  /** Servers, or their price per hour. */
  readonly spent: number;
  readonly sojourn: number;
}

/**
 * The mean sojourn of every setting of an autoscaler against what its servers cost, those that meet the targets filled, and
 * a line through the efficient ones. Undefined where fewer than two settings are known.
 */
export function tunedSettings(report: TuneReport): LineChart | undefined {
  const points = report.table.flatMap(pointOf).sort((a, b) => a.spent - b.spent);
  if (points.length < 2) return undefined;
  const scale = timeScale(Math.max(...points.map(({ sojourn }) => sojourn)));
  const currency = report.table.find(({ cost }) => cost)?.cost?.currency;
  const at = (some: readonly Point[]) =>
    some.map(({ spent, sojourn }) => ({ x: spent, y: sojourn / scale.divisor }));
  const [met, others] = [true, false].map(isMet =>
    points.filter(({ row }) => (row.decision === 'met') === isMet),
  );
  const efficient = points.filter(({ row }) => row.efficient);
  const dots: Partial<Line> = { showLine: false, pointRadius: 6, pointStyle: 'circle', borderWidth: 2 };
  const colour = engineColours.simulation;
  return {
    type: 'line',
    data: {
      datasets: [
        { ...dots, label: 'meets the targets', data: at(met), borderColor: colour, backgroundColor: colour },
        { ...dots, label: 'does not', data: at(others), borderColor: colour, backgroundColor: 'transparent' },
        {
          label: 'no setting is better in both',
          data: at(efficient),
          borderColor: offeredColour,
          backgroundColor: offeredColour,
          borderDash: [6, 4],
          borderWidth: 1.5,
          pointRadius: 0,
          pointStyle: 'line',
        },
      ] as Line[],
    },
    options: {
      ...common,
      parsing: false,
      scales: {
        x: {
          type: 'linear',
          grace: '8%',
          title: axisTitle(
            currency === undefined
              ? 'mean number of servers'
              : `price of the servers (${plain(currency, 10)} per hour)`,
          ),
          ticks,
        },
        y: { type: 'linear', min: 0, grace: '8%', title: axisTitle('mean sojourn', scale), ticks },
      },
      plugins: headings('What the settings of the autoscaler cost', report, { filter: isNamed }),
    },
    plugins: [pointLabels([met, others].map(some => some.map(({ row }) => nameOf(row))))],
  };
}

function pointOf(row: TunedSetting): Point[] {
  const { meanServers, meanSojourn } = row.measures;
  if (!meanServers || !meanSojourn) return [];
  return [{ row, spent: row.cost?.perHour ?? meanServers.value, sojourn: meanSojourn.value }];
}

const nameOf = ({ at }: TunedSetting): string => plain(Object.values(at).join(', '), 24);
