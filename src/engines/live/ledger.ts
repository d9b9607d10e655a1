import type { Observations } from '../../measurement/observation.js';
import type { Ledger } from '../../result/result.js';
import type { Collector } from './collector.js';
import type { Ending } from './watch.js';

/** What became of the messages. Of an interrupted run none is lost: what was not served was still queued. */
export function ledgerOf(collector: Collector, ending: Ending): Ledger {
  const {
    observations,
    sent,
    delivered,
    processed,
    acknowledged,
    duplicated,
    redelivered,
    failed,
    dead,
    turnedAway,
    cameAgain,
  } = collector;
  return {
    sent,
    received: delivered,
    processed,
    acknowledged,
    lost: ending.kind === 'interrupted' ? 0 : sent - processed - dead.size - turnedAway,
    duplicated,
    outOfOrder: outOfOrder(observations),
    redelivered,
    failed,
    deadLettered: dead.size,
    turnedAway,
    cameAgain,
  };
}

/** Messages that were received after one that was sent later. */
function outOfOrder({ received }: Observations): number {
  const byReceipt = [...received.keys()]
    .filter(id => !Number.isNaN(received[id]))
    .sort((a, b) => received[a] - received[b]);
  let latest = -1;
  let count = 0;
  for (const id of byReceipt) {
    if (id < latest) count++;
    latest = Math.max(latest, id);
  }
  return count;
}
