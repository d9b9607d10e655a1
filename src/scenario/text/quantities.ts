import { formatDuration, formatRate, type Parsed, parseDuration, parseRate } from '../../units.js';

/** Seconds as a scenario would write them, the shortest text that reads back as the same number: `20ms`. */
export const durationText = (seconds: number): string =>
  seconds === 0 ? '0' : shortest(seconds, formatDuration, parseDuration, 's');

/** Events per second likewise: `120/s`; per hour where a sixth of a minute would take seventeen digits. */
export function rateText(perSecond: number): string {
  const usual = shortest(perSecond, formatRate, parseRate, '/s');
  return (
    [
      ['/s', 1],
      ['/min', 60],
      ['/h', 3600],
    ] as const
  )
    .flatMap(([unit, seconds]) => {
      const text = `${Number((perSecond * seconds).toPrecision(12))}${unit}`;
      const parsed = parseRate(text);
      return parsed.ok && parsed.value === perSecond ? [text] : [];
    })
    .reduce((best, text) => (text.length + 4 < best.length ? text : best), usual);
}

function shortest(
  value: number,
  format: (value: number, significant: number) => string,
  parse: (text: string) => Parsed,
  si: string,
): string {
  for (let significant = 1; significant <= 17; significant++) {
    const text = format(value, significant).replace(' ', '').replace('µ', 'u');
    const parsed = parse(text);
    if (parsed.ok && parsed.value === value) return text;
  }
  return `${value}${si}`;
}
