import type { Chart } from 'chart.js';
import { html, type Markup } from '../../report/html/markup.js';
import { formatNumber } from '../../units.js';

/** More rows than anyone reads: of a longer curve every so many points are told. */
const mostRows = 120;

/** The curves and bars of a chart as a table, for those who cannot see it or want the numbers. */
export function numbersTable(chart: Chart, caption: string): Markup {
  const sets = chart.data.datasets.filter(({ label = '' }) => label !== '');
  return (chart.config as { type?: string }).type === 'bar'
    ? barTable(chart, sets, caption)
    : curveTable(chart, sets, caption);
}

type Sets = Chart['data']['datasets'];

function barTable({ data: { labels = [] }, scales }: Chart, sets: Sets, caption: string): Markup {
  const value = Object.values(scales).find(({ type }) => type !== 'category');
  const name = nameOf(Object.values(scales).find(({ type }) => type === 'category'));
  return table(
    `${caption}: ${nameOf(value)}`,
    [name || 'bar', ...sets.map(({ label }) => label ?? '')],
    labels.map((label, i) => [[label].flat().join(' '), ...sets.map(({ data }) => text(data[i]))]),
  );
}

function curveTable({ scales: { x, y } }: Chart, sets: Sets, caption: string): Markup {
  const rows = sets.flatMap(({ label, data }) => {
    const step = Math.ceil(data.length / mostRows);
    return (data as { x: number; y: number }[])
      .filter((_, i) => i % step === 0)
      .map(point => [label ?? '', text(point.x), text(point.y)]);
  });
  return table(caption, ['curve', nameOf(x), nameOf(y)], rows);
}

const nameOf = (scale: Chart['scales'][string] | undefined): string =>
  String((scale?.options as { title?: { text?: unknown } } | undefined)?.title?.text ?? '');

const text = (value: unknown): string => (typeof value === 'number' ? formatNumber(value, 4) : '–');

const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Markup =>
  html`<table>
<caption>${caption}</caption>
<thead><tr>${head.map(name => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first, ...cells]) =>
      html`<tr><th scope="row">${first}</th>${cells.map(cell => html`<td class="number">${cell}</td>`)}</tr>\n`,
  )}</tbody>
</table>`;
