import type { FaultSpec } from '../../scenario/type.js';
import type { Study } from '../../study/study.js';
import { resultOf } from '../content/columns.js';
import type { TimeMark } from './time-marks.js';

/** What was made to go wrong in a live run, by time, in the unit of the axis. */
export const faultMarks = ({ scenario, results }: Study, divisor: number): TimeMark[] =>
  results.some(({ live }) => live?.disturbed)
    ? [...(scenario.live?.faults ?? [])]
        .sort((a, b) => a.at - b.at)
        .map(fault => ({
          from: fault.at / divisor,
          ...(fault.fault !== 'kill' && { to: (fault.at + (fault.for ?? 1)) / divisor }),
          text: inWords(fault),
        }))
    : [];

const inWords = ({ fault, consumer, factor = 3 }: FaultSpec): string =>
  fault === 'kill'
    ? `consumer ${consumer} killed`
    : fault === 'pause'
      ? `consumer ${consumer} stopped`
      : `consumer ${consumer}: ${factor} times as slow`;

/** How many consumers were at work, from each time (seconds) on; undefined where nothing took one away. */
export function consumersAtWork(study: Study): { time: number; consumers: number }[] | undefined {
  const live = resultOf(study, 'live')?.live;
  const changes = (study.scenario.live?.faults ?? []).flatMap(fault =>
    fault.fault === 'kill'
      ? [{ at: fault.at, by: -1 }]
      : fault.fault === 'pause'
        ? [
            { at: fault.at, by: -1 },
            { at: fault.at + (fault.for ?? 1), by: 1 },
          ]
        : [],
  );
  if (!live?.disturbed || changes.length === 0) return undefined;
  let consumers = live.consumers;
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
