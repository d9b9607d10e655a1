import { formatDuration, formatRate, type Parsed, parseDuration, parseRate } from '../../units.js';

/** Seconds as a scenario would write them, the shortest text that reads back as the same number: `20ms`. */
export const durationText = (seconds: number): string =>
  seconds === 0 ? '0' : shortest(seconds, formatDuration, parseDuration, 's');

/** Events per second likewise: `120/s`. */
export const rateText = (perSecond: number): string => shortest(perSecond, formatRate, parseRate, '/s');

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
