import { distributionOf } from '../distributions/index.js';
import { type Stream, streamFor } from '../random/index.js';
import type { DistributionSpec } from '../scenario/type.js';

/** Messages of clients, each of whom thinks, sends one, waits for its answer and thinks again: a closed loop. */
export interface ClientWork {
  readonly clients: number;
  /** Of all of them together. */
  readonly messages: number;
  readonly draws: ClientDraws;
}

/** From what the thinking and the services of clients are drawn; plain data. */
export interface ClientDraws {
  readonly className: string;
  readonly stationName: string;
  readonly service: DistributionSpec;
  /** Absent: they do not think. */
  readonly think?: DistributionSpec;
  readonly seed: number;
}

/** What one client does next; seconds. */
export interface NextOfClient {
  readonly think: number;
  readonly service: number;
}

/**
 * The thinking and the services of one client, from streams of its own: it asks for the same whatever the queue makes
 * of the others, so that a real queue and its twin can be compared client by client.
 *
 * @param client its number, from 0
 */
export function clientOf(
  { className, stationName, service, think, seed }: ClientDraws,
  client: number,
): () => NextOfClient {
  const thinking = think && draw(think, streamFor(seed, `thinking/${className}/client ${client}`));
  const serving = draw(service, streamFor(seed, `services/${stationName}/${className}/client ${client}`));
  return () => ({ think: thinking?.() ?? 0, service: serving() });
}

function draw(spec: DistributionSpec, stream: Stream): () => number {
  const law = distributionOf(spec);
  const one = new Float64Array(1);
  return () => {
    law.fill(one, stream);
    return one[0];
  };
}
