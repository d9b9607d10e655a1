import type { Upset } from '../../result/recovery.js';
import { formatDuration, formatNumber } from '../../units.js';

export const upsetInWords = (upset: Upset): string =>
  upset.kind === 'backlog'
    ? `${formatNumber(upset.customers, 6)} waiting`
    : upset.kind === 'pause'
      ? `a pause of ${formatDuration(upset.seconds)}`
      : `${formatDuration(upset.seconds)} of ${formatNumber(upset.factor)} times the arrivals`;
