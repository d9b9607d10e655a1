import type { ChartConfiguration, ChartOptions } from 'chart.js';
import type { Study } from '../../study/study.js';
import { title } from '../content/plain.js';

export type LineChart = ChartConfiguration<'line', { x: number; y: number }[]>;
export type BarChart = ChartConfiguration<'bar', (number | null)[], string>;
export type ChartConfig = LineChart | BarChart;

/** One chart: PNG and page draw the same configuration. */
export interface Chart {
  readonly title: string;
  /** What it shows, for readers who cannot see it. */
  readonly about: string;
  /** What a reader of the page may do with it: turn the upright axis logarithmic, zoom along the level one. */
  readonly tools?: readonly ('log' | 'zoom')[];
  /** Undefined when the study has not what the chart shows. */
  readonly config: (study: Study) => ChartConfig | undefined;
}

/** Marks no larger than those in the chart. */
export const legendLabels = { usePointStyle: true, boxHeight: 7, padding: 14, font: { size: 12 } };

/** Title, and below it which scenario and which random numbers. Text colours are the renderer's. */
export const headings = (
  text: string,
  { scenario, provenance }: Pick<Study, 'scenario' | 'provenance'>,
  { filter, ...legend }: { readonly reverse?: boolean; readonly filter?: typeof isNamed } = {},
): NonNullable<ChartOptions['plugins']> => ({
  title: { display: true, align: 'start', text, font: { size: 17, weight: 'bold' }, padding: { bottom: 2 } },
  subtitle: {
    display: true,
    align: 'start',
    text: `${title(scenario.name)}, seed ${provenance.seed}`,
    font: { size: 12 },
    padding: { bottom: 12 },
  },
  legend: {
    ...legend,
    position: 'bottom',
    labels: { ...legendLabels, ...(filter && { filter }) },
  },
});

/** What has no name of its own, such as a band, stands in no legend. */
export const isNamed = ({ text }: { readonly text: string }): boolean => text !== '';

/** What every chart has in common. */
export const common = {
  animation: false,
  responsive: true,
  maintainAspectRatio: false,
  // Pointed corners would show values that a steep curve does not have.
  elements: { line: { borderJoinStyle: 'round' } },
  layout: { padding: { top: 10, right: 22, bottom: 6, left: 8 } },
} as const;
