import { setTimeout as sleep } from 'node:timers/promises';
import { isOfClients, type Workload } from '../../workload/workload.js';
import type { OpenBroker } from './broker.js';
import { now } from './clock.js';
import { LiveUnavailable } from './problem.js';
import type { Role } from './roles/role.js';

const lookEveryMs = 20;
/** What all senders have got rid of is with the queue within this time. */
const patienceSeconds = 10;

/**
 * Puts the backlog of the run into the queue, before any consumer begins.
 * @throws LiveUnavailable when the queue does not take it
 */
export async function buildUp(
  workload: Workload,
  senders: readonly Role[],
  { depth }: Pick<OpenBroker, 'depth'>,
): Promise<void> {
  const backlog = isOfClients(workload) ? 0 : (workload.backlog ?? 0);
  if (backlog === 0) return;
  await Promise.all(senders.map(sender => sender.build()));
  if (depth === undefined) return;
  const sent = now();
  for (let there = await depth(); there < backlog; there = await depth()) {
    if (now() - sent > patienceSeconds)
      throw new LiveUnavailable(`of a backlog of ${backlog} messages only ${there} have come to the queue`);
    await sleep(lookEveryMs);
  }
}
