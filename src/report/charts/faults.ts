import { type FaultSpec, usualFaultLength, usualSlowness } from '../../scenario/type.js';
import type { Study } from '../../study/study.js';
import { resultOf } from '../content/columns.js';
import type { TimeMark } from './time-marks.js';

/** What was made to go wrong in a live run, by time, in the unit of the axis. */
export const faultMarks = (study: Study, divisor: number): TimeMark[] =>
  faultsOf(study).map(fault => ({
    from: fault.at / divisor,
    ...(fault.fault !== 'kill' && { to: endOf(fault) / divisor }),
    text: inWords(fault),
  }));

/** By time, when they really happened where that is known. */
function faultsOf(study: Study): FaultSpec[] {
  const disturbed = resultOf(study, 'live')?.live?.disturbed;
  const faults = disturbed && (disturbed.happened ?? study.scenario.live?.faults);
  return [...(faults ?? [])].sort((a, b) => a.at - b.at);
}

const endOf = ({ at, for: length = usualFaultLength }: FaultSpec): number => at + length;

function inWords({ fault, consumer, factor = usualSlowness }: FaultSpec): string {
  const whom = consumer === undefined ? 'sender' : `consumer ${consumer}`;
  switch (fault) {
    case 'kill':
      return `${whom} killed`;
    case 'pause':
      return `${whom} stopped`;
    case 'slow':
      return `${whom}: ${factor} times as slow`;
    case 'cut':
      return `${whom} cut off`;
    case 'restart':
      return 'server killed';
  }
}

/** How many consumers were at work, from each time (seconds) on; undefined where nothing took one away. */
export function consumersAtWork(study: Study): { time: number; consumers: number }[] | undefined {
  const live = resultOf(study, 'live')?.live;
  const changes = faultsOf(study).flatMap(fault => {
    if (fault.fault === 'kill') return [{ at: fault.at, by: -1 }];
    const isAway = fault.fault === 'pause' || (fault.fault === 'cut' && fault.consumer !== undefined);
    if (!isAway) return [];
    return [
      { at: fault.at, by: -1 },
      { at: endOf(fault), by: 1 },
    ];
  });
  if (live === undefined || changes.length === 0) return undefined;
  let { consumers } = live;
  return [
    { time: 0, consumers },
    ...changes
      .sort((a, b) => a.at - b.at)
      .map(({ at, by }) => {
        consumers += by;
        return { time: at, consumers };
      }),
  ];
}
