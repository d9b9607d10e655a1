import { isObject, type JsonObject, listOf } from '../rows/json.js';

export type SpanKind = 'producer' | 'consumer' | 'server' | 'other';

/** What is used of a span of OpenTelemetry. */
export interface Span {
  readonly id: string;
  readonly kind: SpanKind;
  readonly name: string;
  /** Nanoseconds since 1970. */
  readonly start: bigint;
  readonly end: bigint;
  /** Ids of the spans that it links to, and of its parent last. */
  readonly before: readonly string[];
  /** Its own attributes over those of its resource. */
  readonly attributes: JsonObject;
}

/** Numbers and names of the enumeration SpanKind (opentelemetry-proto, trace/v1/trace.proto). */
const kinds: Readonly<Record<string, SpanKind>> = {
  2: 'server',
  4: 'producer',
  5: 'consumer',
  SPAN_KIND_SERVER: 'server',
  SPAN_KIND_PRODUCER: 'producer',
  SPAN_KIND_CONSUMER: 'consumer',
};

/** The spans of one export request in the JSON of OTLP; what is wrong with one is said in its place. */
export function* spansIn(request: JsonObject): Generator<Span | string> {
  for (const resource of [...listOf(request.resourceSpans), ...listOf(request.batches)].filter(isObject)) {
    const shared = attributesOf(isObject(resource.resource) ? resource.resource.attributes : undefined);
    for (const scope of listOf(resource.scopeSpans ?? resource.instrumentationLibrarySpans).filter(isObject))
      for (const span of listOf(scope.spans)) yield spanOf(span, shared);
  }
}

function spanOf(span: unknown, shared: JsonObject): Span | string {
  if (!isObject(span) || typeof span.spanId !== 'string') return 'a span without a spanId';
  const { spanId: id, name = '', parentSpanId, links } = span;
  const [start, end] = [nanoseconds(span.startTimeUnixNano), nanoseconds(span.endTimeUnixNano)];
  if (start === undefined) return `startTimeUnixNano of span ${id} is no number of nanoseconds`;
  if (end === undefined) return `endTimeUnixNano of span ${id} is no number of nanoseconds`;
  const linked = listOf(links).map(link => (isObject(link) ? String(link.spanId) : ''));
  return {
    id,
    kind: kinds[String(span.kind)] ?? 'other',
    name: String(name),
    start,
    end,
    before: [...linked, ...(typeof parentSpanId === 'string' ? [parentSpanId] : [])].filter(Boolean),
    attributes: { ...shared, ...attributesOf(span.attributes) },
  };
}

/** JSON has them as texts, for they are too long for its numbers; 0 stands for unknown. */
function nanoseconds(value: unknown): bigint | undefined {
  const text = String(value);
  return /^\d{1,19}$/.test(text) && text !== '0' ? BigInt(text) : undefined;
}

const attributesOf = (list: unknown): JsonObject =>
  Object.fromEntries(
    listOf(list)
      .filter(isObject)
      .map(({ key, value }) => [String(key), isObject(value) ? Object.values(value)[0] : undefined]),
  );
