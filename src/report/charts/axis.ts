import type { CartesianScaleOptions } from 'chart.js';
import { durationScale, formatCount, type Scale } from '../../units.js';

/** The unit for an axis that ends at this many seconds: one step is then a round number of it. */
export const timeScale = (longest: number): Scale => durationScale(longest / 2);

/** The name of an axis with its unit: `sojourn time (ms)`. */
export const axisTitle = (text: string, scale?: Scale): CartesianScaleOptions['title'] =>
  ({
    display: true,
    text: scale ? `${text} (${scale.suffix.trim()})` : text,
    font: { size: 13 },
    padding: 6,
  }) as CartesianScaleOptions['title'];

export const categoryTicks = { font: { size: 12 } } as const;

/** Numbers as the rest of the report writes them, whatever the language of the machine. */
export const ticks = {
  ...categoryTicks,
  callback: (value: string | number): string => formatCount(Number(value), 12),
} as const;

/** The time from the start to the end of a run, in seconds, in the unit of the scale. */
export const timeSinceStart = (end: number, scale: Scale) => ({
  type: 'linear' as const,
  min: 0,
  max: end / scale.divisor,
  title: axisTitle('time since the start', scale),
  ticks: { ...ticks, includeBounds: false },
});
