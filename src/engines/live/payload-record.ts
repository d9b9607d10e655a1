import type { Observations } from '../../measurement/observation.js';
import type { PayloadRecord } from '../../result/result.js';

/** What the messages carried through the queue; undefined when they carried nothing, or none came through. */
export function payloadRecordOf({ finished }: Observations, payload: Uint32Array): PayloadRecord | undefined {
  const carried = payload.filter((_, i) => Number.isFinite(finished[i]));
  const bytes = carried.reduce((sum, size) => sum + size, 0);
  if (bytes === 0) return undefined;
  const last = finished.reduce((latest, time) => (time > latest ? time : latest), 0);
  return {
    smallest: carried.reduce((a, b) => Math.min(a, b)),
    mean: bytes / carried.length,
    largest: carried.reduce((a, b) => Math.max(a, b)),
    bytesPerSecond: bytes / last,
  };
}
