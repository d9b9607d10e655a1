import { costOfAll } from '../../planning/cost.js';
import type { Study } from '../../study/study.js';
import { formatNumber } from '../../units.js';
import { resultsInOrder } from './columns.js';
import { plain } from './plain.js';

/** What the servers cost, by the first engine that knows how many there are on average. */
export function priceInWords(study: Study): string | undefined {
  const cost = resultsInOrder(study)
    .map(result => costOfAll(study.scenario, result))
    .find(found => found !== undefined);
  if (cost === undefined) return undefined;
  const currency = plain(cost.currency, 10);
  const day = formatNumber(24 * cost.perHour);
  return `the servers cost ${formatNumber(cost.perHour)} ${currency} an hour on average, ${day} ${currency} a day`;
}
