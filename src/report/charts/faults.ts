import type { FaultSpec } from '../../scenario/type.js';
import type { Study } from '../../study/study.js';
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
