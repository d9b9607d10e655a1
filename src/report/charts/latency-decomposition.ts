import type { Decomposition, Result } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { formatDuration } from '../../units.js';
import { resultsInOrder } from '../content/columns.js';
import { type PartName, partAbout, partNames } from '../content/gap.js';
import { plain } from '../content/plain.js';
import { axisTitle, ticks, timeScale } from './axis.js';
import { barMarks } from './bar-marks.js';
import { type BarChart, type Chart, common, headings } from './chart.js';
import { partColours } from './colours.js';
import { engineLabel } from './engine-label.js';

const title = 'Where the time of a customer goes';

/** A model knows waiting and service; the real queue has three parts more. */
export const latencyDecomposition: Chart = {
  title,
  about:
    'The mean time in the system split into time outside, lateness, wait, transfer, processing and acknowledgement, one bar for each engine.',
  config: decompositionChart,
};

function decompositionChart(study: Study): BarChart | undefined {
  const bars = resultsInOrder(study).flatMap(result => {
    const parts = partsOf(result);
    return parts ? [{ result, parts, total: sum(parts) }] : [];
  });
  if (bars.length === 0) return undefined;
  const longest = Math.max(...bars.map(({ total }) => total));
  const scale = timeScale(longest);
  const names = partNames.filter(name => bars.some(({ parts }) => parts[name] !== undefined));
  const last = names.length - 1;
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ result }) => inLines(engineLabel(result)) as string),
      datasets: names.map(name => ({
        label: name,
        data: bars.map(({ parts }) => (parts[name] ?? 0) / scale.divisor),
        backgroundColor: partColours[name],
        pointStyle: 'rect',
        barPercentage: 0.72,
        maxBarThickness: 56,
      })),
    },
    options: {
      ...common,
      indexAxis: 'y',
      scales: {
        x: {
          stacked: true,
          min: 0,
          // Room for the text at the end of the longest bar.
          suggestedMax: (1.12 * longest) / scale.divisor,
          title: axisTitle('mean time', scale),
          ticks,
        },
        y: { stacked: true, ticks: { font: { size: 13 } }, grid: { display: false } },
      },
      plugins: {
        ...headings(title, study),
        tooltip: {
          callbacks: {
            label: ({ datasetIndex, parsed: { x } }) =>
              `${names[datasetIndex]} (${partAbout[names[datasetIndex]]}): ${formatDuration((x ?? 0) * scale.divisor)}`,
          },
        },
      },
    },
    plugins: [
      barMarks(
        names.map((_, i) => (i === last ? bars.map(({ total }) => ({ text: formatDuration(total) })) : [])),
      ),
    ],
  };
}

/** A long name takes a line for its model, which is cut where a phone has no room. */
const inLines = (label: string): string | string[] => {
  const [, engine, model] = /^(\S+) (\(.+\))$/.exec(label) ?? [];
  return model === undefined || label.length <= longestLabel ? label : [engine, plain(model, 17)];
};

const longestLabel = 22;

type Parts = Partial<Record<PartName, number>>;

function partsOf({ live, measures: { meanSojourn, meanWait } }: Result): Parts | undefined {
  if (live) {
    if (live.decomposition === undefined) return undefined;
    const { total, ...parts }: Decomposition = live.decomposition;
    return total > 0 ? parts : undefined;
  }
  if (meanSojourn === undefined || meanWait === undefined) return undefined;
  return { wait: meanWait.value, processing: Math.max(0, meanSojourn.value - meanWait.value) };
}

const sum = (parts: Parts): number => Object.values(parts).reduce((total, seconds) => total + seconds, 0);
