import { parseDuration } from '../../units.js';
import { fromPercentiles } from '../buckets/from-percentiles.js';
import { IngestError } from '../problem.js';
import { eachNumbered } from '../rows/lines-of.js';
import type { Format } from './format.js';

const pair = /^p([\d.]+)\s*[=:,\t ]\s*([^,;]+)$/i;

/** Percentiles and nothing else, as dashboards show them. */
export const percentiles: Format = {
  name: 'percentiles',
  about: 'percentiles of the service times: p50=8ms,p95=32ms,p99=85ms, on one line or several',
  shows: 'p50=8ms',
  recognises: ({ lines }) => /^\s*p[\d.]+\s*[=:,\t ]\s*[\d.]+/i.test(lines[0] ?? ''),
  uses: ['unit'],
  open: (file, { unit }) => {
    const points: { p: number; time: number }[] = [];
    eachNumbered(file, (text, line) => {
      const place = `${file}:${line}`;
      const parts = /=/.test(text) ? text.split(/[,;]/) : [text];
      for (const part of parts.map(one => one.trim()).filter(Boolean))
        points.push(pointOf(part, place, unit));
    });
    return {
      summary: {
        from: points.map(({ p }) => `p${Number((p * 100).toFixed(6))}`).join(', '),
        notes: ['what lies between percentiles is not known, nor beyond the last'],
        buckets: fromPercentiles(points, file),
      },
    };
  },
};

function pointOf(text: string, place: string, unit: number | undefined): { p: number; time: number } {
  const [, percent, written] = pair.exec(text) ?? [];
  const p = Number(percent) / 100;
  if (percent === undefined || !(p > 0 && p < 1))
    throw new IngestError(
      `${place}: "${text}" is no percentile; expected one such as p99=85ms, p above 0 and below 100`,
    );
  const bare = Number(written);
  if (Number.isFinite(bare) && unit !== undefined) return { p, time: bare * unit };
  const parsed = parseDuration(written);
  if (parsed.ok) return { p, time: parsed.value };
  throw new IngestError(
    `${place}: ${parsed.problem}; expected a duration such as 85ms, or --unit ms for all of them`,
  );
}
