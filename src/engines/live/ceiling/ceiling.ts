import type { LiveSpec } from '../../../scenario/type.js';
import { type Attempt, attempt } from '../attempt.js';
import type { AttemptInput } from '../attempt-input.js';
import { percentile } from '../checks/percentile.js';
import { LiveUnavailable } from '../problem.js';

/** How a broker is tried out. */
export interface CeilingOptions {
  readonly consumers: number;
  readonly payloadBytes: number;
  /** Sends unanswered at a time, one try for each. */
  readonly inFlight: readonly number[];
  /** About how long each try lasts. */
  readonly seconds: number;
  readonly redisUrl?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (text: string) => void;
}

/** What a broker and its client can do here when no service holds them up. */
export interface Ceiling {
  readonly broker: string;
  readonly software: string;
  /** When the first message was sent, ISO 8601. */
  readonly startedAt: string;
  /** Of a message that finds the queue empty, seconds. */
  readonly idle: {
    readonly messages: number;
    /** From the send call to the consumer. */
    readonly delivery: Percentiles;
    /** From the send call to the reply to the acknowledgement. */
    readonly roundTrip: Percentiles;
  };
  readonly tries: readonly Try[];
}

export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

export interface Try {
  readonly inFlight: number;
  readonly messages: number;
  /** Messages that the sender got rid of, each second. */
  readonly sentPerSecond: number;
  /** Messages that were sent, received and acknowledged, each second. */
  readonly throughPerSecond: number;
  /** Of sender, consumers and broker together. */
  readonly processorSecondsPerMessage: number;
  /** Cores that other programs kept busy meanwhile; absent where the system does not tell. */
  readonly otherCores?: number;
}

/** Messages that find the queue empty, and seconds between two of them. */
const idleMessages = 200;
const idleGap = 5e-3;
/** A first try that tells how many messages last as long as was asked. */
const pilotMessages = 2000;
const mostMessages = 500_000;

/**
 * The idle latency of a broker and its highest rates, message by message through the very client and harness of
 * a live run, with services of no length.
 * @throws LiveUnavailable when there is no such broker here, or it was lost
 */
export async function ceiling(broker: string, options: CeilingOptions): Promise<Ceiling> {
  const { inFlight, seconds, onProgress } = options;
  onProgress?.(`${broker}: one message at a time`);
  const idle = await complete(broker, options, {
    intended: Float64Array.from({ length: idleMessages }, (_, i) => i * idleGap),
  });
  const tries: Try[] = [];
  for (const window of inFlight) {
    if (options.signal?.aborted) break;
    onProgress?.(`${broker}: as fast as it goes, ${window} in flight`);
    const pilot = tryOf(window, await flooded(broker, options, window, pilotMessages));
    const messages = Math.round(pilot.throughPerSecond * seconds);
    tries.push(
      messages <= pilotMessages
        ? pilot
        : tryOf(window, await flooded(broker, options, window, Math.min(messages, mostMessages))),
    );
  }
  const { sent, received, acknowledged } = idle.collector.observations;
  return {
    broker,
    software: idle.software,
    startedAt: idle.startedAt,
    idle: {
      messages: idleMessages,
      delivery: percentiles(received.map((time, i) => time - sent[i])),
      roundTrip: percentiles(acknowledged.map((time, i) => time - sent[i])),
    },
    tries,
  };
}

const flooded = (broker: string, options: CeilingOptions, inFlight: number, messages: number) =>
  complete(broker, options, { inFlight, intended: new Float64Array(messages) });

/** A run whose every message came through. */
async function complete(
  broker: string,
  { consumers, payloadBytes, redisUrl, signal }: CeilingOptions,
  { intended, inFlight }: { readonly intended: Float64Array } & Pick<AttemptInput, 'inFlight'>,
): Promise<Attempt> {
  const live: LiveSpec = { broker, messages: intended.length, service: 'natural', payloadBytes };
  const run = await attempt({
    live,
    consumers,
    workload: { intended, services: new Float64Array(intended.length) },
    payload: new Uint32Array(intended.length).fill(payloadBytes),
    ...(inFlight !== undefined && { inFlight }),
    ...(redisUrl !== undefined && { redisUrl }),
    ...(signal && { signal }),
  });
  const { ending, collector } = run;
  if (ending.kind === 'complete') return run;
  const why =
    ending.kind === 'lost' ? ending.reason : ending.kind === 'stalled' ? 'it stood still' : 'interrupted';
  throw new LiveUnavailable(
    `${broker}: ${why} after ${collector.acknowledged} of ${intended.length} messages`,
  );
}

function tryOf(inFlight: number, { collector, processorSeconds, host }: Attempt): Try {
  const { sent, acknowledged, count } = collector.observations;
  const begun = sent.reduce((a, b) => Math.min(a, b));
  return {
    inFlight,
    messages: count,
    sentPerSecond: (count - 1) / (sent.reduce((a, b) => Math.max(a, b)) - begun),
    throughPerSecond: count / (acknowledged.reduce((a, b) => Math.max(a, b)) - begun),
    processorSecondsPerMessage: processorSeconds / count,
    ...(host.otherCores !== undefined && { otherCores: host.otherCores }),
  };
}

const percentiles = (times: Float64Array): Percentiles => ({
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
});
