import type { Plugin } from 'chart.js';
import { describe, expect, test } from 'vitest';
import { heatColour, textOn } from '../../src/report/charts/colours.js';
import { heatMap } from '../../src/report/charts/heat-map.js';
import { drawAll } from '../../src/report/png/index.js';
import type { SweepPoint, SweepReport } from '../../src/study/run-sweep.js';
import { hostileName, theoryStudy } from './sample-study.js';

const rates = ['50/s', '100/s', '150/s'];
const servers = ['1', '2'];

/** Waits of 1, 2, 3 ms with one server, 4, 5 and none with two. */
function point(i: number): SweepPoint {
  const at = { arrivals: rates[i % 3], servers: servers[Math.floor(i / 3)] };
  const source = { ref: 'erlang1917', at: '', text: '', checked: true } as never;
  const meanWait = { kind: 'exact', value: (i + 1) / 1000, source } as const;
  const unstable = i === 5;
  return {
    at,
    unstable,
    knee: false,
    measures: unstable ? {} : { meanWait },
    decision: i < 2 ? 'met' : 'missed',
  };
}

const report: SweepReport = {
  schema: 1,
  axes: [
    { path: 'arrivals', values: rates, numbers: [50, 100, 150], unit: '/s' },
    { path: 'servers', values: servers, numbers: [1, 2], unit: '' },
  ],
  points: Array.from({ length: 6 }, (_, i) => point(i)),
  scenario: theoryStudy.scenario,
  files: [],
  provenance: theoryStudy.provenance,
};

describe('a map of two axes', () => {
  test('has the first axis across and the second up, pale where little and dark where much', () => {
    const { data, options } = heatMap(report, 'meanWait')!;
    expect(data.labels).toEqual(['50', '100', '150']);
    expect(options?.scales?.x?.title?.text).toBe('arrivals (/s)');
    const colours = data.datasets.map(({ backgroundColor }) => backgroundColor);
    expect(colours).toEqual([
      [heatColour(0), heatColour(0.25), heatColour(0.5)],
      [heatColour(0.75), heatColour(1), '#e2e5ea'],
    ]);
  });

  test('writes the numbers, which meet the thresholds, and where the queue grows', async () => {
    const config = heatMap(report, 'meanWait')!;
    const texts: string[] = [];
    const listen = {
      id: 'listen',
      beforeDatasetsDraw: ({ ctx }: Parameters<NonNullable<Plugin['beforeDatasetsDraw']>>[0]) => {
        const fillText = ctx.fillText.bind(ctx);
        ctx.fillText = (text: string, x: number, y: number) => {
          texts.push(text);
          fillText(text, x, y);
        };
      },
    };
    const drawing = { ...config, plugins: [listen, ...(config.plugins ?? [])] } as typeof config;
    const { images } = await drawAll([{ name: 'map', config: drawing }]);
    expect(images).toHaveLength(1);
    expect(texts).toEqual(expect.arrayContaining(['1 ✓', '2 ✓', '3', '4', '5', 'grows', 'mean wait (ms)']));
  });

  test('is drawn for two axes only, and for values that differ', () => {
    expect(heatMap({ ...report, axes: report.axes.slice(0, 1) }, 'meanWait')).toBeUndefined();
    expect(heatMap(report, 'p99Wait')).toBeUndefined();
  });

  test('takes a hostile axis for a text', async () => {
    const [first, second] = report.axes;
    const values = [hostileName, 'b', 'c'];
    const hostile = { ...report, axes: [{ path: hostileName, values }, second] };
    const { data } = heatMap(hostile, 'meanWait')!;
    expect(data.labels?.[0].length).toBeLessThanOrEqual(30);
    expect(first.values).toHaveLength(3);
  });
});

describe('the colours of a map', () => {
  test('darken without a step back', () => {
    const light = (colour: string) =>
      [1, 3, 5].reduce(
        (sum, i, k) => sum + [0.2126, 0.7152, 0.0722][k] * Number.parseInt(colour.slice(i, i + 2), 16) ** 2.2,
        0,
      );
    const shares = Array.from({ length: 51 }, (_, i) => light(heatColour(i / 50)));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect([heatColour(-1), heatColour(2)]).toEqual([heatColour(0), heatColour(1)]);
  });

  test('carry their text', () => {
    expect(textOn(heatColour(0))).toBe('#1f2937');
    expect(textOn(heatColour(1))).toBe('#ffffff');
  });
});
