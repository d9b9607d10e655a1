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
  outside: '#b3776a',
  lateness: '#8a8f98',
  wait: '#e69f00',
  transfer: '#56b4e9',
  processing: '#4763a5',
  acknowledgement: '#a3a03c',
} as const satisfies Record<PartName, string>;

/** What is asked of a queue, whatever it makes of it. */
export const offeredColour = '#8a8f98';

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

/** Where a map has no value. */
export const noHeat = '#e2e5ea';

/** Pale to dark at an even pace of lightness: the map viridis of Smith and van der Walt (2015), turned round. */
const heat = ['#fde725', '#a0da39', '#4ac16d', '#1fa187', '#277f8e', '#365c8d', '#46327e', '#440154'];

/** The colour of a share from 0 to 1. */
export function heatColour(share: number): string {
  const place = Math.min(Math.max(share, 0), 1) * (heat.length - 1);
  const below = Math.min(Math.floor(place), heat.length - 2);
  const mixed = [1, 3, 5].map(i => {
    const [from, to] = [heat[below], heat[below + 1]].map(colour =>
      Number.parseInt(colour.slice(i, i + 2), 16),
    );
    return Math.round(from + (to - from) * (place - below));
  });
  return `#${mixed.map(part => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Almost black or white, whichever is read better on the colour (WCAG 2.2, relative luminance). */
export const textOn = (colour: string): string => (luminance(colour) > 0.225 ? '#1f2937' : '#ffffff');

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map(i => {
    const part = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
