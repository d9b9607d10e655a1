import type { Distribution } from '../../../distributions/contract.js';
import { count, nodes, weights } from '../laws/legendre.js';
import { resolvedTail } from '../laws/resolved-tail.js';
import type { Table } from '../laws/table.js';
import type { Source, TimeDistribution } from '../model.js';
import { type Delay, delayedByTransforms } from './delayed-by-transforms.js';
import { fromCdf } from './simple.js';
import { type Often, singleServerTails } from './single-server-tails.js';

type Tail = (t: number) => number;

/**
 * Laws of wait and sojourn in M/G/1 where a time that depends on neither is added to the wait: one of these, or none
 * with the chance that is left. Undefined where a law jumps and bends more than can be followed.
 */
export function delayedTimes(
  arrivalRate: number,
  service: Distribution,
  delays: readonly Delay[],
  source: Source,
): ReturnType<typeof delayedByTransforms> {
  const transformed = delayedByTransforms(arrivalRate, service, delays, source);
  if (transformed) return transformed;
  const own = singleServerTails(arrivalRate, service);
  const added = delays.filter(({ share }) => share > 0).map(addedBy);
  if (own === undefined || added.includes(undefined)) return undefined;
  let often: Often | undefined;
  const none = 1 - delays.reduce((sum, { share }) => sum + share, 0);
  const scale = delays.reduce((sum, { share, law }) => sum + share * law.mean, own.scale);
  const law = (of: 'wait' | 'sojourn'): TimeDistribution =>
    fromCdf(
      t => {
        often ??= own.often();
        const table = often[of];
        return 1 - added.reduce((sum, later) => sum + (later?.(table, t) ?? 0), none * table.at(t));
      },
      scale,
      source,
    );
  return { wait: law('wait'), sojourn: law('sojourn') };
}

/** Its part of P(sum of both > t). */
type Added = (own: Table, t: number) => number;

function addedBy({ share, law, rest }: Delay): Added | undefined {
  if (law.kendall === 'D' && !rest) return (own, t) => share * (t < law.mean ? 1 : own.at(t - law.mean));
  const resolved = resolvedTail(law);
  if (resolved === undefined || (!rest && resolved.jumps)) return undefined;
  const { tailAt, excess, densityAt, edges } = resolved;
  const beyond: Tail = rest ? t => excess(t) / law.mean : tailAt;
  const density: Tail = rest ? t => tailAt(t) / law.mean : densityAt;
  // A density may be steep next to 0, what is left of a time has a flat one.
  const least = rest ? 2 ** -8 : 2 ** -20;
  return (own, t) => {
    const bends = [...edges, ...own.edges(t).map(x => t - x)];
    const inside = bends.filter(x => x > least * t && x < t).sort((a, b) => a - b);
    let [sum, from] = [beyond(t), 0];
    for (const to of [...inside, t]) {
      const half = (to - from) / 2;
      if (half > 0)
        for (let j = 0; j < count; j++) {
          const x = from + half * (1 + nodes[j]);
          sum += half * weights[j] * density(x) * own.at(t - x);
        }
      from = to;
    }
    return share * sum;
  };
}
