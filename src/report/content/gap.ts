import type { Decomposition } from '../../result/result.js';
import type { Study } from '../../study/study.js';
import { formatDuration } from '../../units.js';
import { resultOf } from './columns.js';
import { measureLabel } from './measure-label.js';

/** Where the gap between what was asked and what was measured comes from, for each message. */
export interface GapRow {
  readonly name: string;
  readonly workload: string;
  readonly broker: string;
  readonly total: string;
}

export const gapsOf = (study: Study): GapRow[] =>
  study.comparisons.flatMap(({ measure, gap }) =>
    gap === undefined
      ? []
      : [
          {
            name: measureLabel(measure).name,
            workload: signedDuration(gap.workload),
            broker: signedDuration(gap.broker),
            total: signedDuration(gap.workload + gap.broker),
          },
        ],
  );

export const partNames = [
  'outside',
  'lateness',
  'wait',
  'transfer',
  'processing',
  'acknowledgement',
] as const satisfies readonly (keyof Decomposition)[];

export type PartName = (typeof partNames)[number];

export const partAbout = {
  outside: 'there was no room, until it came again',
  lateness: 'from the intended to the actual send',
  wait: 'every consumer is busy',
  transfer: 'a consumer is free, the message is on its way',
  processing: 'from receipt to the end of service',
  acknowledgement: 'until the broker has confirmed',
} as const satisfies Record<PartName, string>;

export interface Part {
  readonly name: PartName;
  readonly seconds: number;
  readonly text: string;
  readonly share: number;
}

/** The parts of a message's life on the real queue; undefined without a live run that served messages. */
export function partsOf(study: Study): readonly Part[] | undefined {
  const decomposition = resultOf(study, 'live')?.live?.decomposition;
  if (decomposition === undefined || !(decomposition.total > 0)) return undefined;
  return partNames.flatMap(name => {
    const seconds = decomposition[name];
    if (seconds === undefined) return [];
    return [{ name, seconds, text: formatDuration(seconds), share: seconds / decomposition.total }];
  });
}

const signedDuration = (seconds: number): string =>
  `${seconds > 0 ? '+' : ''}${formatDuration(seconds)}`.replace('-', '−');
