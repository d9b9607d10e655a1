import { IngestError } from '../problem.js';
import { beginning } from '../rows/text.js';
import { counts } from './counts.js';
import { csv } from './csv.js';
import type { Contents, Format, Head, OptionName, ReadOptions } from './format.js';
import { hdrLog } from './hdr-log.js';
import { hdrPercentiles } from './hdr-percentiles.js';
import { json } from './json.js';
import { k6 } from './k6.js';
import { ndjson } from './ndjson.js';
import { otlp } from './otlp.js';
import { percentiles } from './percentiles.js';
import { prometheusQuery } from './prometheus-query.js';
import { prometheusText } from './prometheus-text.js';

/** Every format, those first whose files others would take for theirs. */
export const formats: readonly Format[] = [
  hdrLog,
  hdrPercentiles,
  percentiles,
  otlp,
  prometheusQuery,
  k6,
  counts,
  ndjson,
  json,
  prometheusText,
  csv,
];

const headBytes = 1 << 16;

/** Flags as the user types them. */
const flags: Readonly<Record<OptionName, string>> = {
  columns: '--map',
  metric: '--metric',
  labels: '--label',
  unit: '--unit',
  earlier: '--earlier',
  between: '--between',
};

/**
 * Opens a file as what its beginning shows it to be, or as what the user says it is.
 * @throws IngestError when it is none of the formats, or an option means nothing to its own
 */
export function openData(file: string, options: ReadOptions, name?: string): Contents & { format: string } {
  const head = headOf(file);
  const format = name === undefined ? recognised(file, head, options) : named(name);
  for (const [option, value] of Object.entries(options) as [OptionName, unknown][]) {
    const given = typeof value === 'object' ? Object.keys(value as object).length > 0 : value !== undefined;
    if (!given || format.uses.includes(option)) continue;
    const those = formats.filter(({ uses }) => uses.includes(option)).map(one => one.name);
    throw new IngestError(
      `${flags[option]} means nothing to ${file}, which is ${format.name}; it goes with ${those.join(', ')} (another format can be named by --format)`,
    );
  }
  return { format: format.name, ...format.open(file, options) };
}

function recognised(file: string, head: Head, options: ReadOptions): Format {
  if (head.text.trim() === '')
    throw new IngestError(`${file} is empty; expected a log, a histogram or counts`);
  const found = formats.find(({ recognises }) => recognises(head, options));
  if (found !== undefined) return found;
  const list = formats.map(({ name, shows }) => `\n  ${name}: ${shows}`).join('');
  throw new IngestError(
    `${file}:1: this is none of the known formats; looked for${list}\nName it by --format`,
  );
}

function named(name: string): Format {
  const found = formats.find(format => format.name === name);
  if (found !== undefined) return found;
  throw new IngestError(
    `--format ${name}: there is no such format; expected ${formats.map(format => format.name).join(', ')}`,
  );
}

function headOf(file: string): Head {
  const text = beginning(file, headBytes).replace(/^\ufeff/, '');
  const lines = text.split('\n').map(line => line.replace(/\r$/, ''));
  // The last line may be cut off, unless the file ends here.
  if (text.length >= headBytes) lines.pop();
  return { text, lines: lines.filter(line => line.trim() !== '') };
}
