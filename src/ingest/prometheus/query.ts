import { IngestError } from '../problem.js';
import { asObject, isObject, listOf } from '../rows/json.js';
import { wholeText } from '../rows/text.js';
import type { Exposition, Sample, Series } from './series.js';
import { numberIn } from './text.js';

/**
 * The series of an answer of /api/v1/query or /api/v1/query_range ("HTTP API" of the documentation of Prometheus).
 * @throws IngestError when it is none, or holds native histograms
 */
export function readQuery(file: string): Exposition {
  const answer = asObject(wholeText(file, 'an answer of the query API'));
  if (answer === undefined) throw new IngestError(`${file}: this is no JSON object, or not a whole one`);
  if (answer.status !== 'success')
    throw new IngestError(
      `${file}: the query failed: ${String(answer.error ?? answer.status)}; expected "status": "success"`,
    );
  const data = isObject(answer.data) ? answer.data : {};
  const { resultType, result } = data;
  if (resultType !== 'vector' && resultType !== 'matrix')
    throw new IngestError(
      `${file}: data.resultType is ${JSON.stringify(resultType)}; expected "vector" or "matrix": query the series of a histogram`,
    );
  const series = listOf(result).map((one, i) => seriesOf(one, `${file}: data.result[${i}]`));
  if (series.length === 0)
    throw new IngestError(
      `${file}: the query found nothing: data.result is empty; expected the series of a histogram`,
    );
  return { series, units: {} };
}

function seriesOf(one: unknown, place: string): Series {
  const { metric, value, values, histogram, histograms } = isObject(one) ? one : {};
  if (histogram !== undefined || histograms !== undefined)
    throw new IngestError(
      `${place}: a native histogram, whose buckets this program does not read; query one with classic buckets (…_bucket), or its histogram_quantile as percentiles`,
    );
  const pairs = values === undefined ? [value] : listOf(values);
  const samples = pairs.map(pair => sampleOf(pair, place));
  if (!isObject(metric) || samples.length === 0)
    throw new IngestError(`${place}: expected "metric" with "value" or "values"`);
  const { __name__: name, ...labels } = metric;
  return {
    ...(typeof name === 'string' && { name }),
    labels: Object.fromEntries(Object.entries(labels).map(([key, text]) => [key, String(text)])),
    samples,
    place,
  };
}

function sampleOf(pair: unknown, place: string): Sample {
  const [time, text] = listOf(pair);
  if (
    typeof time !== 'number' ||
    typeof text !== 'string' ||
    Number.isNaN(numberIn(text)) !== (text === 'NaN')
  )
    throw new IngestError(`${place}: ${JSON.stringify(pair)} is no sample; expected [seconds, "number"]`);
  return { time, value: numberIn(text) };
}
