import type { LawCheck } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { formatDuration, formatPercent } from '../../units.js';
import { resultOf } from '../content/columns.js';
import { axisTitle, ticks, timeScale } from './axis.js';
import { common, headings, type LineChart } from './chart.js';
import { engineColours } from './colours.js';
import { engineLabel } from './engine-label.js';

/** Quantile against quantile: on the diagonal the real run had the law that was asked for. */
export function lawChart(
  study: Study,
  of: 'service' | 'interarrival',
  heading: string,
): LineChart | undefined {
  const live = resultOf(study, 'live');
  const law: LawCheck | undefined = live?.laws?.[of];
  if (live === undefined || law === undefined) return undefined;
  const longest = Math.max(...law.asked, ...law.found);
  if (!(longest > 0) || !Number.isFinite(longest)) return undefined;
  const scale = timeScale(longest);
  const end = (1.03 * longest) / scale.divisor;
  const axis = (text: string) => ({
    type: 'linear' as const,
    min: 0,
    max: end,
    title: axisTitle(text, scale),
    ticks: { ...ticks, includeBounds: false },
  });
  return {
    type: 'line',
    data: {
      datasets: [
        {
          label: engineLabel(live),
          data: law.asked.map((x, i) => ({ x: x / scale.divisor, y: law.found[i] / scale.divisor })),
          showLine: false,
          pointRadius: 3.5,
          pointStyle: 'circle',
          borderColor: engineColours.live,
          backgroundColor: engineColours.live,
          clip: 6,
          order: 1,
        },
        {
          label: 'as asked',
          data: [
            { x: 0, y: 0 },
            { x: end, y: end },
          ],
          borderColor: engineColours.theory,
          backgroundColor: engineColours.theory,
          borderWidth: 2,
          pointRadius: 0,
          pointStyle: 'line',
          order: 2,
        },
      ],
    },
    options: {
      ...common,
      parsing: false,
      scales: { x: axis('as asked'), y: axis(of === 'service' ? 'as measured' : 'as sent') },
      plugins: {
        ...headings(heading, study),
        tooltip: {
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: {
            title: ([item]) => (item ? `${formatPercent(law.p[item.dataIndex])} are shorter` : ''),
            label: ({ parsed: { x, y } }) =>
              `${formatDuration((y ?? 0) * scale.divisor)} measured, ${formatDuration((x ?? 0) * scale.divisor)} asked`,
          },
        },
      },
    },
  };
}
