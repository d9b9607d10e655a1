/** Measures whose interval the specification forbids, whatever the data look like. */
export interface Refusal {
  readonly measures: readonly string[];
  readonly reason: string;
}

const means = ['meanWait', 'meanSojourn', 'meanNumberInQueue', 'meanNumberInSystem'] as const;

/**
 * Heavy tails cannot be seen in the data of a run, so the refusal comes from the tail index of the service
 * law: at most 2, and the mean wait of a first-come-first-served queue is infinite; at most 4, and the
 * variance of its estimate is (the mean wait needs E S^2, its asymptotic variance E S^4), and intervals were
 * measured to cover half of what they claim.
 */
export function refusalsFor(tailIndex: number, closed = false): readonly Refusal[] {
  if (closed) return refusalsForClients(tailIndex);
  if (tailIndex <= 2) {
    return [
      {
        measures: [...means, 'probabilityOfWait', 'waitQuantiles', 'sojournQuantiles'],
        reason: `the service times have tail index ${tailIndex}: at most 2, so the mean wait is infinite`,
      },
    ];
  }
  if (tailIndex <= 4) {
    return [
      {
        measures: means,
        reason: `the service times have tail index ${tailIndex}: at most 4, so no interval for a mean can be trusted`,
      },
    ];
  }
  return [];
}

/** Where nobody comes from outside nobody waits for more than the services of all others: means need one moment less. */
function refusalsForClients(tailIndex: number): readonly Refusal[] {
  if (tailIndex > 2) return [];
  const reason = `the service times have tail index ${tailIndex}: at most 2, so no interval for a mean can be trusted`;
  return [{ measures: means, reason }];
}

export const refuses = (refusals: readonly Refusal[], measure: string): boolean =>
  refusals.some(refusal => refusal.measures.includes(measure));
