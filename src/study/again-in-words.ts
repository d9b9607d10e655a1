import type { LiveRecord } from '../result/result.js';
import { formatCount } from '../units.js';

/** ` (8 predicted, at most 10)`, beside the messages that were processed twice. */
export const againInWords = ({ predictedAgain: again }: NonNullable<LiveRecord['disturbed']>): string =>
  again ? ` (${formatCount(again.twin)} predicted, at most ${formatCount(again.most)})` : '';
