import type { Result, Tail } from '../../result/result.js';
import type { Answer, TimeDistribution } from './model.js';

const points = 200;

/** P(time > t) from 0 to a little past the longer 99.9th percentile, so that both curves share their axis. */
export function tailsOf({ wait, sojourn }: Answer): Result['tails'] {
  const longest = Math.max(wait?.quantile(0.999) ?? 0, sojourn?.quantile(0.999) ?? 0);
  if (longest === 0) return undefined;
  const time = Array.from({ length: points + 1 }, (_, i) => (1.1 * longest * i) / points);
  const tails = (laws: readonly (TimeDistribution | undefined)[]): (Tail | undefined)[] => {
    // Time by time: a law may be costly to work out, and then gives the other along with it.
    const rows = time.map(t => laws.map(law => (law ? 1 - law.cdf(t) : 0)));
    return laws.map((law, i) => law && { time, probability: rows.map(row => row[i]) });
  };
  const [waits, sojourns] = tails([wait, sojourn]);
  return { ...(waits && { wait: waits }), ...(sojourns && { sojourn: sojourns }) };
}
