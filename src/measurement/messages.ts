import type { Observations } from './observation.js';

/** The messages of a live run as they were sent: what a replay sends again. Seconds from the start. */
export interface SentMessages {
  readonly intended: Float64Array;
  readonly services: Float64Array;
}

/** One row of the file that is none, and why. */
export interface BadRow {
  /** From 1. */
  readonly line: number;
  readonly problem: string;
}

const times = ['sent', 'fetched', 'received', 'started', 'finished', 'acknowledged'] as const;

/** Everything that was seen of each message in the order of the schedule: a JSON object a line, seconds; what was not seen is left out. */
export function encodeMessages(observations: Observations): string {
  const { count, intended, service, consumer, clients, turnedAway, again } = observations;
  const lines: string[] = [];
  // What a client has never asked for is nothing yet; what it has asked for need not come in the order of the numbers.
  const asked = [...intended.keys()].filter(i => i < count && !Number.isNaN(intended[i]));
  for (const i of asked.sort((a, b) => intended[a] - intended[b])) {
    const seen = times.filter(name => isTold(observations, name, i));
    const row = {
      message: i,
      intended: intended[i],
      service: service[i],
      ...Object.fromEntries(seen.map(name => [name, observations[name]?.[i]])),
      ...(consumer[i] >= 0 && { consumer: consumer[i] }),
      ...(turnedAway?.[i] && { turnedAway: true }),
      ...(again && again.attempts[i] > 1 && { attempts: again.attempts[i] }),
      ...(clients && { client: clients.client[i], think: clients.think[i] }),
    };
    lines.push(JSON.stringify(row));
  }
  return `${lines.join('\n')}\n`;
}

/** What was fetched when it was received says nothing more. */
function isTold(observations: Observations, name: (typeof times)[number], i: number): boolean {
  const time = observations[name]?.[i] ?? Number.NaN;
  return !Number.isNaN(time) && !(name === 'fetched' && time === observations.received[i]);
}

/** The messages of such a file, in its order; only `intended` and `service` are read. */
export function decodeMessages(text: string): SentMessages | { readonly bad: readonly BadRow[] } {
  const rows = text.split('\n').map((row, i) => ({ row, line: i + 1 }));
  const intended: number[] = [];
  const services: number[] = [];
  const bad: BadRow[] = [];
  for (const { row, line } of rows) {
    if (row.trim() === '') continue;
    const problem = take(row, intended, services);
    if (problem !== undefined) bad.push({ line, problem });
  }
  if (bad.length > 0) return { bad };
  if (intended.length === 0) return { bad: [{ line: 1, problem: 'the file holds no message' }] };
  return { intended: Float64Array.from(intended), services: Float64Array.from(services) };
}

function take(row: string, intended: number[], services: number[]): string | undefined {
  const read = objectIn(row);
  if (read === undefined) return 'not a JSON object';
  for (const name of ['intended', 'service'] as const) {
    const value = read[name];
    if (typeof value !== 'number' || !(value >= 0 && value < 1e9))
      return `"${name}" is ${JSON.stringify(value) ?? 'missing'}; expected seconds, 0 or more`;
  }
  const [time, service] = [read.intended as number, read.service as number];
  const last = intended.at(-1) ?? 0;
  if (time < last)
    return `"intended" is ${time}, before the ${last} of the message above; expected them in order`;
  intended.push(time);
  services.push(service);
  return undefined;
}

function objectIn(row: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(row);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
