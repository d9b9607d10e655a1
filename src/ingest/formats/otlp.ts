import { customerOf, Pairing } from '../otlp/pairing.js';
import { spansIn } from '../otlp/span.js';
import { IngestError } from '../problem.js';
import { asObject, type JsonObject } from '../rows/json.js';
import { eachNumbered } from '../rows/lines-of.js';
import { beginning, wholeText } from '../rows/text.js';
import { bears } from './bears.js';
import type { Format } from './format.js';

/** So much of a file tells which kinds of spans it has. */
const lookedAt = 1 << 22;

/** Spans of OpenTelemetry in the JSON of OTLP: an export request a line, or one document. */
export const otlp: Format = {
  name: 'otlp',
  about:
    "spans of OpenTelemetry in OTLP's JSON, a request a line (as the collector's file exporter writes) or one document",
  shows: '"resourceSpans" with "scopeSpans"',
  recognises: ({ text }) => /^\s*\{\s*"(resourceSpans|batches)"\s*:/.test(text),
  uses: ['metric', 'labels'],
  open: (file, { metric, labels }) => {
    const start = beginning(file, lookedAt);
    const has = (number: number, name: string) =>
      new RegExp(`"kind"\\s*:\\s*(?:${number}\\b|"SPAN_KIND_${name}")`).test(start);
    const kind = has(5, 'CONSUMER') ? 'consumer' : 'server';
    const paired = kind === 'consumer' && has(4, 'PRODUCER');
    return {
      rows: {
        from: () =>
          `started and finished from ${kind} spans${paired ? ', arrived from the start of the producer spans that they link to' : ''}`,
        notes: () =>
          kind === 'server'
            ? [
                'server spans hold all that a request waited for inside: that is the service only as long as nothing waits',
              ]
            : [],
        each: use => {
          let count = 0;
          const pairing = new Pairing(use);
          const take = (request: JsonObject, line: number): void => {
            for (const span of spansIn(request)) {
              if (typeof span === 'string') use({ line, problem: span });
              else if (paired && span.kind === 'producer') pairing.producer(span);
              else if (span.kind === kind && isWork(span.attributes)) {
                if ((metric ?? span.name) !== span.name || !bears(span.attributes, labels)) continue;
                count++;
                if (paired) pairing.consumer(span, line);
                else use(customerOf(span, line));
              }
            }
          };
          eachRequest(file, take, (line, problem) => use({ line, problem }));
          pairing.end();
          if (count === 0)
            throw new IngestError(
              `${file} has no consumer or server spans${metric === undefined ? '' : ` called "${metric}"`}${asked(labels)}; expected spans of kind 5 (consumer) or 2 (server)`,
            );
        },
      },
    };
  },
};

/** Fetching messages and settling them are not the work on them (semantic conventions for messaging spans). */
const isWork = (attributes: JsonObject): boolean =>
  !['receive', 'settle'].includes(
    String(attributes['messaging.operation.type'] ?? attributes['messaging.operation']),
  );

function eachRequest(
  file: string,
  take: (request: JsonObject, line: number) => void,
  complain: (line: number, problem: string) => void,
): void {
  // A document over many lines has no whole object on its first one.
  const [first] = beginning(file, lookedAt).split('\n');
  if (asObject(first) === undefined && first.length < lookedAt) {
    const request = asObject(
      wholeText(file, 'spans as one document; as one request a line there is no limit'),
    );
    if (request === undefined)
      throw new IngestError(`${file}: this is no JSON document, nor JSON line by line`);
    take(request, 1);
    return;
  }
  eachNumbered(file, (text, line) => {
    const request = asObject(text);
    if (request === undefined) complain(line, 'this is no JSON object');
    else take(request, line);
  });
}

const asked = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([name, value]) => ` with ${name}=${value}`)
    .join('');
