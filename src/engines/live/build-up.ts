import { setTimeout as sleep } from 'node:timers/promises';
import { isOfClients, type Workload } from '../../workload/workload.js';
import type { OpenBroker } from './broker.js';
import { now } from './clock.js';
import { LiveUnavailable } from './problem.js';
import type { Role } from './roles/role.js';

const lookEveryMs = 20;
/** A backlog is in the queue within this time, and so much more for each of its messages: far longer than any takes. */
const patienceSeconds = 30;
const patiencePerMessage = 0.01;

/**
 * Puts the backlog of the run into the queue, before any consumer begins; or as much of it as was there when the run was
 * interrupted.
 * @throws LiveUnavailable when the queue does not take it
 */
export async function buildUp(
  workload: Workload,
  senders: readonly Role[],
  { depth }: Pick<OpenBroker, 'depth'>,
  signal?: AbortSignal,
): Promise<void> {
  const backlog = isOfClients(workload) ? 0 : (workload.backlog ?? 0);
  if (backlog === 0) return;
  const begun = now();
  let sent = false;
  const building = Promise.all(senders.map(sender => sender.build())).then(() => {
    sent = true;
  });
  // Its failure is met in the loop; after an interruption nobody waits for it any more.
  building.catch(() => {});
  for (;;) {
    await Promise.race([building, sleep(lookEveryMs)]);
    if (signal?.aborted) return;
    const there = depth === undefined ? (sent ? backlog : 0) : await depth();
    if (sent && there >= backlog) return;
    if (now() - begun > patienceSeconds + patiencePerMessage * backlog)
      throw new LiveUnavailable(
        `of a backlog of ${backlog} messages ${there} have come to the queue, and no more`,
      );
    if (sent) await sleep(lookEveryMs);
  }
}
