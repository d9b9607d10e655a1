import { formatDuration } from '../../units.js';

const minute = 60;
const day = 86_400;

/** When an interval begins: by the clock where the period is a day of whole minutes, else the time since the start. */
export function intervalName(from: number, period: number): string {
  if (period !== day || from % minute !== 0) return formatDuration(from, 6);
  const [hours, minutes] = [Math.floor(from / 3600), (from % 3600) / minute];
  return `${hours}:${String(minutes).padStart(2, '0')}`;
}
