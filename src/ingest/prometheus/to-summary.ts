import type { ReadOptions } from '../formats/format.js';
import { IngestError } from '../problem.js';
import { secondsIn, unitInName, unitNamed, unitNames } from '../rows/named-unit.js';
import type { Summary } from '../summary.js';
import { histogramOf } from './histogram.js';
import { increases, meanOf } from './increase.js';
import { metricIn } from './metric.js';
import { quantilesOf } from './quantiles.js';
import type { Exposition, Series } from './series.js';

/**
 * What a histogram or a summary of Prometheus says of the services.
 * @param read the other file, where there is an earlier one
 * @throws IngestError when it cannot be told, or would have to be guessed
 */
export function summaryOf(
  file: string,
  exposition: Exposition,
  options: ReadOptions,
  read: (file: string) => Exposition,
): Summary {
  const { metric: asked, labels, earlier, between } = options;
  const metric = metricIn(exposition, file, asked, labels);
  const unit = unitOf(metric.name, exposition, options.unit, file);
  const rates = metric.name === '';
  if (rates && earlier !== undefined)
    throw new IngestError(
      `--earlier ${earlier}: the series of ${file} have no name, so they are rates already`,
    );
  const before = earlier === undefined ? undefined : read(earlier);
  const grown = increases(before, between);
  const value = rates ? meanOf : (series: Series) => grown(series).value;
  const span = rates ? undefined : grown(metric.parts[0]).span;
  const found = (metric.kind === 'histogram' ? histogramOf : quantilesOf)(metric, value, unit.seconds, file);
  const rate = rates
    ? found.total
    : span !== undefined && found.total !== undefined
      ? found.total / span
      : undefined;
  if (before !== undefined && span === undefined)
    throw new IngestError(
      `--earlier ${earlier}: neither file says when it was scraped; say how long was between them: --between 60s`,
    );
  return {
    from: `${metric.kind} ${metric.name || 'of series without a name'}`,
    notes: [
      `unit: ${unit.text}`,
      ...found.notes,
      ...(rates
        ? [
            'the series have no name, as rate() leaves them: taken for customers per second (those of increase() are not)',
          ]
        : []),
      ...(rate === undefined
        ? [
            'everything since the process began; how many come per second is not told: give --earlier with an older scrape, or --arrivals',
          ]
        : []),
    ],
    ...(!rates && found.total !== undefined && { customers: Math.round(found.total) }),
    ...(rate !== undefined && { rate }),
    ...(span !== undefined && { span }),
    buckets: rates
      ? found.buckets
      : {
          ...found.buckets,
          ...(found.total !== undefined && metric.kind === 'histogram' && { count: found.total }),
        },
  };
}

function unitOf(
  name: string,
  { units }: Exposition,
  told: number | undefined,
  file: string,
): { seconds: number; text: string } {
  if (told !== undefined) return { seconds: told, text: 'as told by --unit' };
  const declared = units[name] === undefined ? undefined : unitNamed(units[name]);
  if (declared) return { seconds: secondsIn(declared), text: `${declared}, by its line # UNIT` };
  const named = unitInName(name);
  if (named) return { seconds: secondsIn(named), text: `${named}, by its name` };
  throw new IngestError(
    `${file}: nothing tells the unit of ${name ? `"${name}"` : 'series without a name'}; say it: --unit ${unitNames.join(', --unit ')}`,
  );
}
