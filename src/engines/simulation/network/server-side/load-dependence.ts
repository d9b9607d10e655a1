import { scalabilitySpeed } from '../../../../scenario/server-side/capacity.js';
import type { LoadDependenceSpec } from '../../../../scenario/server-side/type.js';

/** The speed of each of `served` customers while `present` are at the station. */
export function speedOf(law: LoadDependenceSpec): (served: number, present: number) => number {
  if ('byNumber' in law) {
    const { byNumber } = law;
    return (served, present) => byNumber[Math.min(present, byNumber.length) - 1] / served;
  }
  return served => scalabilitySpeed(served, law.contention, law.coherence) / served;
}
