import { IngestError } from '../problem.js';
import { secondsOfDate } from '../rows/cells.js';
import { asObject, isObject, type JsonObject } from '../rows/json.js';
import { eachNumbered } from '../rows/lines-of.js';
import { bears } from './bears.js';
import type { Format } from './format.js';

const usual = 'http_req_duration';

/** What k6 writes with `--out json`: a point a line, stamped when the request was over, its value in milliseconds. */
export const k6: Format = {
  name: 'k6',
  about: 'the points of a k6 run (k6 run --out json=points.ndjson)',
  shows: '{"type":"Point", "metric": ...} or {"type":"Metric", ...} on the first line',
  recognises: ({ lines }) => {
    const { type, metric, data } = asObject(lines[0] ?? '') ?? {};
    return (type === 'Point' || type === 'Metric') && (typeof metric === 'string' || isObject(data));
  },
  uses: ['metric', 'labels'],
  open: (file, { metric = usual, labels }) => ({
    rows: {
      from: () => `started and finished from ${metric} (ms)`,
      notes: () => [
        'k6 measures how long clients had to wait for an answer: that is the service only as long as nobody waits for a server',
      ],
      each: use => {
        const others = new Set<string>();
        let found = false;
        eachNumbered(file, (text, line) => {
          const row = asObject(text);
          if (row === undefined) return use({ line, problem: 'this is no JSON object' });
          if (row.type !== 'Point') return;
          if (row.metric !== metric) {
            others.add(String(row.metric));
            return;
          }
          found = true;
          const data = isObject(row.data) ? row.data : {};
          if (!bears(isObject(data.tags) ? data.tags : {}, labels)) return;
          use({ line, ...requestOf(data) });
        });
        if (!found)
          throw new IngestError(
            `${file} has no points of "${metric}"; expected one of ${[...others].map(name => `"${name}"`).join(', ') || 'the metrics of k6'}: choose by --metric`,
          );
      },
    },
  }),
};

function requestOf({ time, value }: JsonObject) {
  const finished = typeof time === 'string' ? secondsOfDate(time) : Number.NaN;
  if (Number.isNaN(finished)) return { problem: 'data.time is no date' };
  if (typeof value !== 'number' || !(value >= 0)) return { problem: 'data.value is no duration' };
  const service = value / 1000;
  return { started: finished - service, finished, service };
}
