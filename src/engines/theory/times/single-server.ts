import type { Distribution } from '../../../distributions/contract.js';
import type { Source, TimeDistribution } from '../model.js';
import { fromCdf } from './simple.js';
import { singleServerTails } from './single-server-tails.js';

const source: Source = { ref: 'kleinrock1975', at: 'section 5.7, Pollaczek-Khinchine transform equation' };

/** Laws of wait and sojourn in M/G/1. Undefined where service times jump and bend more than can be followed. */
export function singleServerTimes(
  arrivalRate: number,
  service: Distribution,
): { readonly wait: TimeDistribution; readonly sojourn: TimeDistribution } | undefined {
  const tails = singleServerTails(arrivalRate, service);
  if (tails === undefined) return undefined;
  const { wait, sojourn, scale } = tails;
  return {
    wait: fromCdf(t => 1 - wait(t), scale, source),
    sojourn: fromCdf(t => 1 - sojourn(t), scale, source),
  };
}
