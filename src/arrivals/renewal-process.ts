import type { Distribution } from '../distributions/contract.js';
import type { ArrivalProcess } from './contract.js';

/** Interarrival times that are independent and of one law; the first one too, from an empty start. */
export const renewalProcess = (interarrival: Distribution): ArrivalProcess => ({
  kendall: interarrival.kendall === 'G' ? 'GI' : interarrival.kendall,
  rate: 1 / interarrival.mean,
  scv: interarrival.scv,
  // D. R. Cox, "Renewal Theory", 1962, section 4.5 (from memory): Var N(t) / E N(t) -> scv.
  dispersion: interarrival.scv,
  renewal: true,
  interarrival,
  source: stream => ({ fill: block => interarrival.fill(block, stream) }),
});
