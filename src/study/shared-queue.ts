import { pairedDifference } from '../measurement/paired.js';
import type { Path } from '../measurement/path.js';
import { sojournsOf } from '../measurement/path-batches.js';
import type { LiveRecord, Warning } from '../result/result.js';
import { type Topology, topologyInWords } from '../result/topology.js';
import { formatDuration, formatPercent } from '../units.js';

/** The mean sojourn time against that of one queue for all consumers with the same messages. */
export function besideSharedQueue(
  livePath: Path,
  shared: Path,
  { servers, confidence }: { readonly servers: number; readonly confidence: number },
): LiveRecord['sharedQueue'] {
  const difference = pairedDifference(livePath, shared, 'meanSojourn', servers, confidence);
  if (difference === undefined) return undefined;
  const sojourns = sojournsOf(shared);
  return { meanSojourn: sojourns.reduce((sum, time) => sum + time, 0) / sojourns.length, difference };
}

export function topologyWarnings(topology: Topology, sharedQueue: LiveRecord['sharedQueue']): Warning[] {
  if (sharedQueue === undefined) return [];
  const { meanSojourn, difference } = sharedQueue;
  return [
    {
      code: 'topology',
      message:
        `this broker has ${topologyInWords(topology)}; its twin has too, theory and simulation have one queue for all consumers. ` +
        `That queue would make a mean sojourn time of ${formatDuration(meanSojourn)} of the same messages: measured is ` +
        `${formatSigned(difference.value)} from it (${formatSigned(difference.low)} to ${formatSigned(difference.high)})`,
    },
  ];
}

const formatSigned = (share: number): string => `${share < 0 ? '−' : '+'}${formatPercent(Math.abs(share))}`;
