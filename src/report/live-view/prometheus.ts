import type { MeasureName } from '../../result/measure.js';
import type { Quantile, Result } from '../../result/result.js';
import type { LiveNow } from '../../study/live-now.js';
import { measureLabel } from '../content/measure-label.js';

/** What there is to tell when somebody asks. */
export interface Scrape {
  readonly scenario: string;
  readonly broker?: string;
  /** Messages that the live run is to send. */
  readonly planned?: number;
  readonly now?: LiveNow;
  /** What theory or simulation expects. */
  readonly model?: Result;
}

interface Sample {
  readonly suffix?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number | undefined;
}

/** Measures that a model predicts, by the names of the metrics. */
const predicted = {
  throughput_per_second: 'throughput',
  utilisation_ratio: 'utilisation',
  number_in_system: 'meanNumberInSystem',
  wait_seconds: 'meanWait',
  sojourn_seconds: 'meanSojourn',
} as const satisfies Record<string, MeasureName>;

/** Metrics in the text format that Prometheus reads (exposition format 0.0.4). What cannot be told is left out. */
export function prometheusText({ scenario, broker, planned, now, model }: Scrape): string {
  const recent = now?.recent;
  const families = [
    family('messages_planned', 'gauge', 'Messages that the run is to send.', [{ value: planned }]),
    family('messages_sent_total', 'counter', 'Messages sent.', [{ value: recent?.sent }]),
    family('messages_served_total', 'counter', 'Messages served to the end.', [{ value: recent?.served }]),
    family('number_in_system', 'gauge', 'Messages sent and not yet served.', [
      { value: recent?.numberInSystem },
    ]),
    family('throughput_per_second', 'gauge', 'Messages served per second, lately.', [
      { value: recent?.throughput },
    ]),
    family('utilisation_ratio', 'gauge', 'Share of the time that consumers were busy, lately.', [
      { value: recent?.utilisation },
    ]),
    family('lateness_seconds', 'gauge', 'Longest delay of a send behind its schedule, lately.', [
      { value: recent?.lateness },
    ]),
    family('wait_seconds', 'summary', 'Waiting times since the start of the run.', timesOf(now, 'wait')),
    family(
      'sojourn_seconds',
      'summary',
      'Times from intended send to end of service.',
      timesOf(now, 'sojourn'),
    ),
    family(
      'threshold_failed',
      'gauge',
      'Whether the run so far fails a threshold of the scenario.',
      (now?.thresholds ?? []).map(({ text, outcome }) => ({
        labels: { threshold: text },
        value: outcome === 'fail' ? 1 : 0,
      })),
    ),
    ...Object.entries(predicted).map(([name, measure]) =>
      family(
        `model_${name}`,
        'gauge',
        `What the model expects in the long run: ${measureLabel(measure).name}.`,
        [{ labels: { engine: model?.engine ?? '' }, value: model?.measures[measure]?.value }],
      ),
    ),
  ];
  return families.map(lines => lines({ scenario, ...(broker !== undefined && { broker }) })).join('');
}

function timesOf(now: LiveNow | undefined, of: 'wait' | 'sojourn'): Sample[] {
  if (now === undefined) return [];
  const { measures, waitQuantiles, sojournQuantiles } = now.soFar;
  const quantiles: readonly Quantile[] = of === 'wait' ? waitQuantiles : sojournQuantiles;
  const mean = measures[of === 'wait' ? 'meanWait' : 'meanSojourn']?.value;
  const { served } = now.recent;
  return [
    ...quantiles.map(({ p, value }) => ({ labels: { quantile: String(p) }, value })),
    { suffix: '_sum', value: mean && mean * served },
    { suffix: '_count', value: mean === undefined ? undefined : served },
  ];
}

type Labels = Readonly<Record<string, string>>;

const family =
  (name: string, type: 'counter' | 'gauge' | 'summary', help: string, samples: readonly Sample[]) =>
  (common: Labels): string => {
    const told = samples.filter(({ value }) => value !== undefined);
    if (told.length === 0) return '';
    const lines = told.map(
      ({ suffix = '', labels, value }) =>
        `sojourn_${name}${suffix}{${labelsOf({ ...common, ...labels })}} ${value}\n`,
    );
    return `# HELP sojourn_${name} ${help}\n# TYPE sojourn_${name} ${type}\n${lines.join('')}`;
  };

const labelsOf = (labels: Labels): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}="${escaped(value)}"`)
    .join(',');

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
