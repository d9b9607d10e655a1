import type { Chart, Plugin } from 'chart.js';
import { describe, expect, test } from 'vitest';
import { engineColours, partColours } from '../../src/report/charts/colours.js';
import { faultMarks } from '../../src/report/charts/faults.js';
import { type ChartName, charts } from '../../src/report/charts/index.js';
import { makeRenderer } from '../../src/report/png/renderer.js';
import { offeredLoad } from '../../src/scenario/offered-load.js';
import type { FaultSpec } from '../../src/scenario/type.js';
import type { Study } from '../../src/study/study.js';
import { networkStudy } from './sample-network.js';
import { hostileStudy, morningStudy, theoryStudy, unstableStudy, wholeStudy } from './sample-study.js';

const studies = { morningStudy, wholeStudy, theoryStudy, unstableStudy, hostileStudy, networkStudy };
const names = Object.keys(charts) as ChartName[];
const drawnOf = (study: Study): ChartName[] => names.filter(name => charts[name].config(study) !== undefined);

/** Charts of what was seen over the time of a run. */
const onlyOfRuns: readonly ChartName[] = ['queue-length', 'service-law', 'arrival-law', 'lateness'];
const overTime: readonly ChartName[] = ['servers-over-time', 'rates-over-time', 'times-over-time'];

const disturbances: readonly FaultSpec[] = [
  { fault: 'pause', at: 6.2, consumer: 1 },
  { fault: 'kill', at: 4, consumer: 2 },
  { fault: 'slow', at: 6, consumer: 1, for: 1.5 },
];

/** Every number anywhere in the data and the scales of a configuration. */
function numbersIn(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

describe('configurations', () => {
  test.each(Object.entries(studies))('hold finite numbers only: %s', (_, study) => {
    for (const name of drawnOf(study)) {
      const config = charts[name].config(study);
      const numbers = numbersIn({ data: config?.data, options: config?.options });
      expect(numbers.length).toBeGreaterThan(3);
      expect(numbers.filter(([, x]) => !Number.isFinite(x))).toEqual([]);
    }
  });

  test('are there where the study has the data, and only there', () => {
    const whole = names.filter(name => !overTime.includes(name));
    expect(drawnOf(wholeStudy)).toEqual(whole);
    expect(drawnOf(theoryStudy)).toEqual(whole.filter(name => !onlyOfRuns.includes(name)));
    expect(drawnOf(morningStudy)).toEqual(expect.arrayContaining([...overTime, 'queue-length']));
    expect(drawnOf(unstableStudy)).toEqual([]);
  });

  test('have a title, the scenario with its seed, axis names with units, and a label for every curve', () => {
    for (const name of names) {
      const study = overTime.includes(name) ? morningStudy : wholeStudy;
      const { data, options } = charts[name].config(study)!;
      expect(options?.plugins?.title?.text).toBe(charts[name].title);
      expect(options?.plugins?.subtitle?.text).toBe(`${study.scenario.name}, seed 7`);
      const titles = Object.values(options?.scales ?? {}).map(scale =>
        String(Reflect.get(scale ?? {}, 'title')?.text),
      );
      expect(titles.some(text => /\((ms|s|min|h|%|customers\/(s|min))\)$/.test(text))).toBe(true);
      // Bands go without a name.
      const named = data.datasets.filter(({ label }) => label !== '');
      expect(named.length).toBeGreaterThan(0);
      expect(overTime.includes(name) || named.length === data.datasets.length).toBe(true);
    }
  });

  test('the tail of M/M/1 is drawn through e^-1 at its mean, in milliseconds', () => {
    const mean = 0.05;
    const time = Array.from({ length: 11 }, (_, i) => (i * mean) / 2);
    const sojourn = { time, probability: time.map(t => Math.exp(-t / mean)) };
    const study = { ...theoryStudy, results: [{ ...theoryStudy.results[0], tails: { sojourn } }] };
    const [{ data }] = charts['sojourn-tail'].config(study)!.data.datasets;
    expect(data[2]).toEqual({ x: 50, y: Math.exp(-1) });
    expect(charts['wait-tail'].config(study)).toBeUndefined();
  });

  test('where the queue stands lies on its curve, as offered, and the curve passes the operating point', () => {
    const { datasets } = charts['load-latency'].config(theoryStudy)!.data;
    const [mean, p99, here] = datasets.map(({ data }) => data as { x: number; y: number }[]);
    // M/M/2 at 0.7: W = S / (1 - 0.49)
    expect(here).toHaveLength(1);
    expect(here[0].x).toBeCloseTo(70, 9);
    const at = (curve: { x: number; y: number }[]) => curve.find(({ x }) => Math.abs(x - 70) < 1e-9)?.y ?? 0;
    expect(at(mean)).toBeCloseTo(20 / 0.51, 9);
    expect(at(p99)).toBeGreaterThan(4 * at(mean));
  });

  test('what is served follows what is offered up to the capacity of two servers of 50/s', () => {
    const { datasets } = charts.throughput.config(theoryStudy)!.data;
    for (const { x, y } of datasets[1].data as { x: number; y: number }[])
      expect(y).toBeCloseTo(Math.min(x, 100), 6);
  });

  test('the price of a point is that of its servers', () => {
    const { datasets } = charts['cost-latency'].config(theoryStudy)!.data;
    const prices = (datasets[0].data as { x: number }[]).map(({ x }) => x);
    expect(prices[0]).toBeCloseTo(0.1, 12);
    expect(prices[1] - prices[0]).toBeCloseTo(0.05, 12);
  });

  test('the parts of the measured bar add up to its total', () => {
    const { data } = charts['latency-decomposition'].config(wholeStudy)!;
    expect(data.labels).toEqual(['theory (M/M/2)', 'simulation', 'twin', 'measured (zeromq)']);
    expect(data.datasets.map(({ label }) => label)).toEqual([
      'lateness',
      'wait',
      'transfer',
      'processing',
      'acknowledgement',
    ]);
    const total = data.datasets.reduce((sum, { data: bars }) => sum + Number(bars[3]), 0);
    expect(total).toBeCloseTo(42.16, 9);
  });

  test('a model with a long name leaves room for the bars', () => {
    const [theory] = wholeStudy.results;
    const study = { ...wholeStudy, results: [{ ...theory, model: 'closed product-form network' }] };
    expect(charts['latency-decomposition'].config(study)!.data.labels).toEqual([
      ['theory', '(closed product-…'],
    ]);
  });

  test('a growing queue that was measured is drawn with its growth', () => {
    const live = wholeStudy.results[3];
    const study = { ...unstableStudy, results: [...unstableStudy.results, live] };
    const [growth] = charts['queue-length'].config(study)!.data.datasets;
    expect(growth).toMatchObject({
      label: 'growth by theory',
      data: [
        { x: 0, y: 0 },
        { x: 21.4, y: 428 },
      ],
    });
  });

  test('what is expected at each moment of a run of given duration lies over what was measured, not its mean', () => {
    const [theory, ...others] = wholeStudy.results;
    const series = [{ name: 'numberInSystem', about: 'by theory', time: [0, 10], value: [60, 20] }] as const;
    const study = {
      ...wholeStudy,
      scenario: { ...wholeStudy.scenario, run: { ...wholeStudy.scenario.run, duration: 20 } },
      results: [{ ...theory, series }, ...others],
    };
    expect(charts['queue-length'].config(study)!.data.datasets[0]).toMatchObject({
      label: 'expected by theory',
      data: [
        { x: 5, y: 60 },
        { x: 15, y: 20 },
      ],
    });
  });

  test('series over time hold until the next value, the last one as long; their bands are those of the mean', () => {
    const config = charts['servers-over-time'].config(morningStudy)!;
    const [waiting, low, high, servers, asked, busy] = config.data.datasets;
    expect(waiting.data).toEqual([
      { x: 0, y: 1 },
      { x: 1, y: 3 },
      { x: 2, y: 6 },
      { x: 3, y: 2 },
      { x: 4, y: 2 },
    ]);
    expect([low.data[2], high.data[2]]).toEqual([
      { x: 2, y: 5.5 },
      { x: 2, y: 6.5 },
    ]);
    expect(servers).toMatchObject({ label: 'servers, simulation', yAxisID: 'y1', stepped: true });
    expect(asked).toMatchObject({ label: 'asked for, simulation', yAxisID: 'y1', borderDash: [7, 4] });
    expect(busy).toMatchObject({ label: 'at work, simulation', yAxisID: 'y1' });
    // Of the load that the scenario offers, as much as the rate at the time is of its rate.
    const needed = config.data.datasets.at(-1)?.data as { y: number }[];
    const { erlangs = 0, arrivalRate } = offeredLoad(morningStudy.scenario).queue;
    expect(needed[0].y).toBeCloseTo(((1 / 60) * erlangs) / arrivalRate, 12);
    const [arrivals] = charts['rates-over-time'].config(morningStudy)!.data.datasets;
    expect((arrivals.data as { y: number }[]).map(({ y }) => y)).toEqual([1, 2, 2, 1, 1]);
    expect(charts['servers-over-time'].config(wholeStudy)).toBeUndefined();
  });

  test('faults stand in the run where they were: a line for a moment, a shade for a while, each by its name', async () => {
    const live = { ...wholeStudy.scenario.live!, faults: disturbances };
    const results = wholeStudy.results.map(result =>
      result.live ? { ...result, live: { ...result.live, disturbed: { faults: ['some'] } } } : result,
    );
    const study = { ...wholeStudy, scenario: { ...wholeStudy.scenario, live }, results };
    expect(faultMarks(study, 1)).toEqual([
      { from: 4, text: 'consumer 2 killed' },
      { from: 6, to: 7.5, text: 'consumer 1: 3 times as slow' },
      { from: 6.2, to: 7.2, text: 'consumer 1 stopped' },
    ]);
    expect(faultMarks(wholeStudy, 1)).toEqual([]);
    const { datasets } = charts['queue-length'].config(study)!.data;
    const atWork = datasets.find(({ label }) => label === 'consumers at work')!;
    expect(atWork.data).toEqual([
      { x: 0, y: 2 },
      { x: 4, y: 1 },
      { x: 6.2, y: 0 },
      { x: 7.2, y: 1 },
      { x: 21.4, y: 1 },
    ]);
    const { labels } = await laidOut(study, 'queue-length');
    expect(labels.map(({ text }) => text)).toEqual(faultMarks(study, 1).map(({ text }) => text));
    expect(labels[1].y).toBeLessThan(labels[2].y);
  });

  test('services that take longer than asked lie above the diagonal, by as much', () => {
    const [points, diagonal] = charts['service-law'].config(wholeStudy)!.data.datasets;
    for (const { x, y } of points.data as { x: number; y: number }[]) expect(y / x).toBeCloseTo(1.02, 9);
    for (const { x, y } of diagonal.data as { x: number; y: number }[]) expect(y).toBe(x);
  });

  test('the shares of late messages add up to all of them', () => {
    const [{ data }] = charts.lateness.config(wholeStudy)!.data.datasets;
    expect(data.reduce((sum: number, share) => sum + Number(share), 0)).toBeCloseTo(100, 9);
  });

  test('an engine that tells no percentiles has no bars, and without any there is no chart', () => {
    const [theory, ...others] = wholeStudy.results;
    const silent = { ...wholeStudy, results: [{ ...theory, waitQuantiles: [] }, ...others] };
    const { datasets } = charts['wait-percentiles'].config(silent)!.data;
    expect(datasets.map(({ label }) => label)).toEqual(['simulation', 'twin', 'measured (zeromq)']);
    const nobody = { ...wholeStudy, results: [{ ...theory, waitQuantiles: [] }] };
    expect(charts['wait-percentiles'].config(nobody)).toBeUndefined();
  });

  test('a hostile name is cut, on one line and steers nothing', () => {
    const text = String(charts['sojourn-tail'].config(hostileStudy)?.options?.plugins?.subtitle?.text);
    expect(text.length).toBeLessThan(90);
    expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

describe('colours', () => {
  const luminance = (colour: string): number => {
    const [r, g, b] = [1, 3, 5].map(i => {
      const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
      return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  test.each(Object.entries(engineColours))('%s stands out from a white and from a dark page', (_, colour) => {
    expect(contrast(colour, '#ffffff')).toBeGreaterThan(3);
    expect(contrast(colour, '#14171c')).toBeGreaterThan(3);
  });

  test('no two are the same', () => {
    const all = [...Object.values(engineColours), ...Object.values(partColours)];
    expect(new Set(all).size).toBe(all.length);
  });
});

/** The chart as it lies on paper, and the labels of its bars: where each stands. */
async function laidOut(study: Study, name: ChartName) {
  const config = charts[name].config(study)!;
  const labels: { text: string; y: number }[] = [];
  let chart: Chart | undefined;
  const first: Plugin = {
    id: 'first',
    beforeDatasetsDraw: drawn => {
      chart = drawn;
      const { ctx } = drawn;
      const fillText = ctx.fillText.bind(ctx);
      ctx.fillText = (text: string, x: number, y: number) => {
        labels.push({ text, y });
        fillText(text, x, y);
      };
    },
  };
  const last: Plugin = {
    id: 'last',
    afterDatasetsDraw: drawn => void Reflect.deleteProperty(drawn.ctx, 'fillText'),
  };
  await makeRenderer({ density: 1 }).draw({
    config: { ...config, plugins: [first, ...(config.plugins ?? []), last] } as typeof config,
  });
  return { chartArea: chart!.chartArea, top: chart!.scales.y.max, labels };
}

describe('the labels and whiskers of percentiles', () => {
  /** The interval of the largest percentile ends exactly where a round axis would, or far beyond its bar. */
  const withHigh = (high: number): Study => ({
    ...wholeStudy,
    results: wholeStudy.results.map(result =>
      result.engine === 'live'
        ? {
            ...result,
            sojournQuantiles: result.sojournQuantiles.map(quantile =>
              quantile.p === 0.99 ? { ...quantile, kind: 'sampled', low: 0.1, high } : quantile,
            ) as typeof result.sojournQuantiles,
          }
        : result,
    ),
  });

  test.each([0.2, 0.25, 0.4, 0.93, 0.99, 1, 1.4, 5.01, 60])(
    'stay inside the axes, up to %d s',
    async high => {
      const { chartArea, top, labels } = await laidOut(withHigh(high), 'sojourn-percentiles');
      const unit = high > 2 ? 1 : 0.001;
      expect(top).toBeGreaterThan(high / unit);
      expect(labels).toHaveLength(16);
      for (const { y } of labels) {
        expect(y).toBeGreaterThanOrEqual(chartArea.top + 11);
        expect(y).toBeLessThanOrEqual(chartArea.bottom);
      }
    },
  );
});
