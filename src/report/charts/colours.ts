import type { EngineName } from '../../result/result.js';
import type { PartName } from '../content/gap.js';

/**
 * From the palette of Okabe and Ito (2008), which people with any colour vision can tell apart; each has a
 * contrast of 3 or more to white and to a dark page. The same engine has the same colour everywhere.
 */
export const engineColours = {
  theory: '#0072b2',
  simulation: '#009e73',
  twin: '#c7719f',
  live: '#d55e00',
} as const satisfies Record<EngineName, string>;

export const partColours = {
  lateness: '#8a8f98',
  wait: '#e69f00',
  transfer: '#56b4e9',
  processing: '#4763a5',
  acknowledgement: '#a3a03c',
} as const satisfies Record<PartName, string>;

/** For any number of curves side by side, from the same palette; after these they come again. */
export const curveColours = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#c7719f',
  '#e69f00',
  '#56b4e9',
  '#4763a5',
] as const;

/** The colour with an opacity from 0 to 1. */
export const faded = (colour: string, opacity: number): string =>
  colour +
  Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0');
