import { type Field, read } from './field.js';

/** A slider beside a field. */
export interface Slider {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly at: (value: number) => number;
  /** The value at a position, to three digits. */
  readonly value: (position: number) => number;
  /** The position of what was typed; undefined where that is no value. */
  readonly position: (text: string) => string | undefined;
}

/** Undefined where there is nothing to slide: a choice, a seed, a value that is not there. */
export function sliderFor(field: Field): Slider | undefined {
  const { kind, value } = field;
  if (typeof value !== 'number' || field.group === 'the simulation') return undefined;
  const [scale, range] = rangeOf(kind, value);
  const at = (x: number) => x / scale;
  return {
    ...range,
    at,
    value: position => Number((position * scale).toPrecision(3)),
    position: text => {
      try {
        const typed = read(field, text);
        return typeof typed === 'number' ? String(at(typed)) : undefined;
      } catch (error) {
        if (error instanceof RangeError) return undefined;
        throw error;
      }
    },
  };
}

/** Rates and times in per cent of the report's, up to the double; numbers as they are. */
function rangeOf(kind: Field['kind'], value: number): [number, Pick<Slider, 'min' | 'max' | 'step'>] {
  if (kind === 'integer') return [1, { min: 1, max: Math.max(10, 2 * value), step: 1 }];
  if (kind === 'number') return [1, { min: 0, max: Math.max(4, Math.ceil(2 * value)), step: 0.05 }];
  return [value / 100, { min: 5, max: 200, step: 1 }];
}
