import type { Stream } from '../../random/index.js';
import type { Requests } from '../../traces/requests.js';
import { type Distribution, ParameterError } from '../contract.js';
import { family } from '../definition.js';
import { requestsOf, traceParameters } from '../requests.js';
import { scvFrom } from '../variance.js';

/** The service times that a trace tells, in the order of its rows. */
export const trace = family(
  {
    name: 'trace',
    about: 'The service times of a trace, in the order of its rows, again and again.',
    parameters: traceParameters,
  },
  form => [
    form(['file'], ({ file }) => lawOf(requestsOf(file), file)),
    form(['file', 'class'], ({ file, class: name }) => lawOf(requestsOf(file, name), file)),
  ],
);

const laws = new WeakMap<Requests, Distribution>();

function lawOf(requests: Requests, file: string): Distribution {
  const { services } = requests;
  if (services === undefined) throw new ParameterError('file', file, 'a column "service" in it');
  const law = laws.get(requests) ?? inOrder(services);
  laws.set(requests, law);
  return law;
}

function inOrder(services: Float64Array): Distribution {
  const sorted = services.slice().sort();
  const { length } = sorted;
  const average = (of: (time: number) => number): number =>
    sorted.reduce((sum, time) => sum + of(time), 0) / length;
  const mean = average(t => t);
  // Each stream is one reader of the trace, wherever others are.
  const places = new WeakMap<Stream, number>();
  return {
    kendall: sorted[0] === sorted[length - 1] ? 'D' : 'G',
    mean,
    scv: scvFrom(
      mean,
      average(t => (t - mean) * (t - mean)),
    ),
    thirdMoment: average(t => t * t * t),
    tailIndex: Number.POSITIVE_INFINITY,
    cdf: t => countUpTo(sorted, t) / length,
    quantile: p => (p > 0 ? sorted[Math.min(length, Math.ceil(p * length)) - 1] : 0),
    fill: (block, stream) => {
      let at = places.get(stream) ?? 0;
      for (let i = 0; i < block.length; i++) {
        block[i] = services[at];
        at = at + 1 === length ? 0 : at + 1;
      }
      places.set(stream, at);
    },
  };
}

/** How many are at most t. */
function countUpTo(sorted: Float64Array, t: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}
