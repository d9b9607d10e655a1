import type { DepthSamples, Observations } from '../../../measurement/observation.js';

/**
 * Little's law on independent figures: the area under the depth that the broker itself counted, against the
 * sum of the times that the messages spent from sending to the end of service. Relative; both are over the
 * whole run, from empty to empty, so nothing is cut off.
 *
 * The end of service, not the reply to the acknowledgement: the broker counts a message from its arrival there
 * to that of its acknowledgement, which is the same stretch one network hop later. Where several are acknowledged
 * together, each stays until the last of them: then it is the reply.
 *
 * @returns undefined when there are too few samples to tell
 */
export function littleError(
  { sent, finished, acknowledged, count }: Observations,
  { time, numberInSystem }: DepthSamples,
  acknowledgedTogether = false,
): number | undefined {
  if (time.length < 100) return undefined;
  const left = acknowledgedTogether ? acknowledged : finished;
  let sojourns = 0;
  for (let i = 0; i < count; i++) sojourns += left[i] - sent[i];
  let area = 0;
  for (let i = 1; i < time.length; i++) {
    area += ((numberInSystem[i] + numberInSystem[i - 1]) / 2) * (time[i] - time[i - 1]);
  }
  return sojourns > 0 ? area / sojourns - 1 : undefined;
}
