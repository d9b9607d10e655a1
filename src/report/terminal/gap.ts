import type { Study } from '../../study/study.js';
import { formatPercent } from '../../units.js';
import { gapsOf, partAbout, partsOf } from '../content/gap.js';
import type { Page } from './page.js';

/** The gap of the means and of the largest percentile; the files hold the others. */
export function gapLines(study: Study, { paint, width }: Page): string[] {
  const rows = gapsOf(study).filter(({ name }) => /^(mean|p99) (wait|sojourn)$/.test(name));
  if (rows.length === 0) return [];
  const long = width >= 90;
  const what = long
    ? ['', 'workload (asked to twin)', 'broker and client (twin to measured)']
    : ['', 'workload', 'broker'];
  const lines = columns([what, ...rows.map(({ name, workload, broker }) => [name, workload, broker])]);
  return [
    paint.bold(long ? 'Where the gap comes from, for each message' : 'Where the gap comes from'),
    paint.dim(lines[0]),
    ...lines.slice(1),
  ];
}

/** Left-aligned first column, right-aligned others. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, i) => Math.max(...rows.map(row => row[i].length)));
  return rows.map(row =>
    row.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('   '),
  );
}

/** The life of a message in parts, as a bar for each. */
export function partLines(study: Study, { paint, width }: Page): string[] {
  const parts = partsOf(study);
  if (parts === undefined) return [];
  const room = Math.min(30, width - 45);
  const lines = columns([...parts.map(({ name, text, share }) => [name, text, formatPercent(share, 2)])]);
  return [
    paint.bold('The life of a message'),
    ...lines.map((line, i) => {
      const bar = room >= 8 ? ` ${paint.cyan('█'.repeat(Math.round(parts[i].share * room)))}` : '';
      const about = width >= 110 ? paint.dim(partAbout[parts[i].name]) : '';
      const gap = ' '.repeat(room >= 8 && about ? room - Math.round(parts[i].share * room) + 1 : 0);
      return `${line}  ${bar}${gap}${about}`.trimEnd();
    }),
  ];
}
