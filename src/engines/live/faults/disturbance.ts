import { type FaultSpec, type LiveSpec, usualFaultLength, usualSlowness } from '../../../scenario/type.js';
import { formatDuration, formatNumber, formatPercent } from '../../../units.js';
import type { Disturbance } from '../roles/protocol.js';

/** What the consumers are to know of a run in which things go wrong; undefined for any other. */
export function disturbanceOf({ faults, failing = 0, poison = 0 }: LiveSpec): Disturbance | undefined {
  return faults || failing > 0 || poison > 0 ? { failing, poison } : undefined;
}

/** Numbers of the consumers, from 0, in the processes that the run needs: who is to suffer has one alone. */
export function processesOf({ faults = [] }: LiveSpec, consumers: number): number[][] {
  const alone = new Set(faults.flatMap(({ consumer }) => (consumer === undefined ? [] : consumer - 1)));
  const together = [...Array(consumers).keys()].filter(consumer => !alone.has(consumer));
  return [...(together.length > 0 ? [together] : []), ...[...alone].map(consumer => [consumer])];
}

/** What goes wrong, in words, by time. */
export function faultsInWords({ faults = [], failing = 0, poison = 0 }: LiveSpec): string[] {
  return [
    ...[...faults].sort((a, b) => a.at - b.at).map(inWords),
    ...(failing > 0 ? [`${formatPercent(failing)} of all works fail`] : []),
    ...(poison > 0 ? [`${formatPercent(poison)} of the messages are poison`] : []),
  ];
}

function inWords({
  fault,
  at,
  consumer,
  for: length = usualFaultLength,
  factor = usualSlowness,
}: FaultSpec): string {
  const whom =
    consumer === undefined ? (fault === 'cut' ? 'the sender' : 'the server') : `consumer ${consumer}`;
  const when = `${whom} at ${formatDuration(at)}`;
  if (fault === 'kill') return `kill ${when}`;
  const spell = `${when} for ${formatDuration(length)}`;
  if (fault === 'slow') return `slow ${spell}, ${formatNumber(factor, 3)} times as long`;
  return fault === 'cut' ? `cut off ${spell}` : fault === 'restart' ? `kill ${spell}` : `pause ${spell}`;
}

/** Whether connections break in the run. */
export const breaksConnections = ({ faults = [] }: LiveSpec): boolean =>
  faults.some(({ fault }) => fault === 'cut' || fault === 'restart');
