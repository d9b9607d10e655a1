import type { PartResult, Sampled, StationResult } from '../../../result/result.js';
import { ratioInterval } from '../../../statistics/interval.js';
import { studentFactor } from '../../../statistics/student.js';
import type { Episode } from './episode.js';

export interface Peaks {
  readonly episodes: readonly Episode[];
  readonly confidence: number;
}

/** The same of every station, in the order of their numbers. */
export const withPeaks = (
  stations: Readonly<Record<string, StationResult>>,
  peaks: Peaks,
): Readonly<Record<string, StationResult>> =>
  Object.fromEntries(
    Object.entries(stations).map(([name, part], number) => [name, withPeakServers(part, number, peaks)]),
  );

/** A part of the result with the most servers that were paid for at a time, where a station keeps their number. */
export function withPeakServers<Part extends PartResult>(
  part: Part,
  station: number,
  { episodes, confidence }: Peaks,
): Part {
  if (part.measures.meanServers === undefined) return part;
  const peakServers = meanOver(
    episodes.map(({ mostServers }) => mostServers[station] ?? 0),
    confidence,
  );
  return peakServers === undefined ? part : { ...part, measures: { ...part.measures, peakServers } };
}

function meanOver(values: readonly number[], confidence: number): Sampled | undefined {
  const sums = {
    replications: values.length,
    batches: 1,
    numerator: Float64Array.from(values),
    denominator: new Float64Array(values.length).fill(1),
  };
  const interval = ratioInterval(sums, studentFactor(confidence, values.length - 1));
  if (interval === undefined) return undefined;
  const { value, low, high } = interval;
  return {
    kind: 'sampled',
    value,
    halfWidth: Math.max(high - value, value - low),
    low: Math.max(0, low),
    high,
    confidence,
    effectiveSamples: values.length,
  };
}
