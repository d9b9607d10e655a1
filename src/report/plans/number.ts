import type { Estimate } from '../../result/result.js';
import { formatNumber, formatPercent, formatRate } from '../../units.js';
import { formatCompactEstimate } from '../content/estimate.js';
import { measureLabel } from '../content/measure-label.js';

/** A measure or percentile of a plan's table, with the half-width where there is one; a dash where nothing is known. */
export const numberOf = (name: string, estimate: Estimate | undefined): string =>
  estimate === undefined ? '-' : formatCompactEstimate(measureLabel(name).unit, estimate);

/** A share that is not quite everybody never reads 100 %; of a sampled one also the lower limit. */
export const shareOf = (share: Estimate): string =>
  share.kind === 'sampled' ? `${percent(share.value)} (≥ ${percent(share.low)})` : percent(share.value);

function percent(share: number): string {
  if (share < 0.995 || share === 1) return formatPercent(share);
  return share > 0.9999 ? '> 99.99 %' : `${(100 * Math.floor(share * 1e4)) / 1e4} %`;
}

/** `1 week`, `3.5 weeks`. */
export function counted(count: number, noun: string): string {
  const text = formatNumber(count, 2);
  return `${text} ${noun}${text === '1' ? '' : 's'}`;
}

/** `+12 %`, `−3.1 %`. */
export const signed = (fraction: number, significant = 3): string =>
  `${fraction < 0 ? '−' : '+'}${formatPercent(Math.abs(fraction), significant)}`;

/** `1 server`, `12 servers`. */
export const servers = (count: number): string => `${count} server${count === 1 ? '' : 's'}`;

/** `× 1.5` where growth is large, a percentage where it is small. */
export const growth = (factor: number): string =>
  factor >= 3 ? `${formatNumber(factor)} times as many` : signed(factor - 1);

/** How fast a queue grows, in the unit that suits it. */
export const pace = (perSecond: number): string =>
  perSecond > 0 ? `grows by ${formatRate(perSecond)} without end` : 'wanders off without bound';
