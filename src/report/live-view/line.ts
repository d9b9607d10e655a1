import type { Result } from '../../result/result.js';
import type { LiveNow } from '../../study/live-now.js';
import { formatDuration, formatNumber, formatPercent } from '../../units.js';

/** The last seconds of a live run in one line, with what the model expects in brackets. */
export function liveLine({ recent }: LiveNow, model: Result | undefined): string {
  const expected = (name: 'throughput' | 'numberInSystem' | 'utilisation', format: (x: number) => string) => {
    const measure = name === 'numberInSystem' ? 'meanNumberInSystem' : name;
    const value = model?.measures[measure]?.value;
    return value === undefined ? '' : ` (${format(value)})`;
  };
  const number = (x: number) => formatNumber(x, 3);
  const percent = (x: number) => formatPercent(x, 2);
  return [
    `${number(recent.throughput)}/s${expected('throughput', number)}`,
    `${recent.numberInSystem} in system${expected('numberInSystem', number)}`,
    `busy ${percent(recent.utilisation)}${expected('utilisation', percent)}`,
    `late ${formatDuration(recent.lateness, 2)}`,
  ].join(' · ');
}
