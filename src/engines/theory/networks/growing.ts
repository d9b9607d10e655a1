import { visitsTo } from '../../../scenario/routes/traffic.js';
import { formatNumber } from '../../../units.js';
import type { PartAnswer, SystemAnswer } from '../answerers/answerer.js';
import type { Source } from '../model.js';
import type { OpenNetwork } from './open-network.js';

const source: Source = { ref: 'goodman1984', at: 'the throughput equations' };

/**
 * What an open network does in the long run in which some stations cannot keep up: they work all the time and send on
 * what they serve, their queues grow by the rest, and what comes after them is offered less. Undefined where classes
 * share a queue or a station is more than servers and a line without end: then who leaves depends on who waits.
 */
export function growing({ nodes, outside, entering }: OpenNetwork): SystemAnswer | undefined {
  const plain = nodes.every(
    ({ given }) => given.words.length === 0 && given.capacity === Number.POSITIVE_INFINITY,
  );
  if (outside.length > 1 || !plain) return undefined;
  const [{ rate }] = outside;
  const fromOutside = entering[0].map(share => share * rate);
  const able = nodes.map(({ given }) => given.servers / given.service.mean);
  const served = throughputs(
    fromOutside,
    able,
    nodes.map(({ onward }) => onward),
  );
  const offered = [...fromOutside];
  for (const [i, { onward }] of nodes.entries())
    for (const [to, share] of onward) offered[to] += served[i] * share;
  const growth = offered.map((flow, i) => (flow >= able[i] ? flow - able[i] : 0));
  const total = growth.reduce((sum, each) => sum + each, 0);
  const stations = nodes.map(({ name, given }, i): [string, PartAnswer] => [
    name,
    {
      exactness: 'exact',
      measures: {
        throughput: { value: served[i], source },
        ...(Number.isFinite(given.servers) && { utilisation: { value: served[i] / able[i], source } }),
        ...(offered[i] >= able[i] && { growthRate: { value: growth[i], source } }),
      },
    },
  ]);
  return {
    exactness: 'exact',
    model: 'open network, no steady state',
    assumptions: ['the next station is drawn at random, whatever the queues', 'unlimited queues'],
    measures: {
      throughput: { value: rate - total, source },
      growthRate: { value: total, source },
    },
    stations: Object.fromEntries(stations),
    warnings: nodes.flatMap(({ name, given }, i) => {
      if (offered[i] < able[i]) return [];
      const load = offered[i] * given.service.mean;
      const pace =
        growth[i] > 0 ? `grows by ${formatNumber(growth[i] * 3600, 3)} customers an hour` : 'wanders off';
      return {
        code: 'unstable' as const,
        message: `The offered load of "${name}" is ${formatNumber(load, 4)} for ${given.servers} server${given.servers === 1 ? '' : 's'}: its queue ${pace}, and there is no steady state.`,
        advice: `At least ${Math.floor(load) + 1} servers are needed to keep up.`,
      };
    }),
  };
}

/**
 * Customers that each station serves per second in the long run: all that come to it, or all that it can. Those that
 * would keep up if all others worked all the time do keep up; then they send on less, and others keep up, too
 * (H. Chen, A. Mandelbaum, Mathematics of Operations Research 16, 1991, for any law of the services; not checked).
 *
 * @param fromOutside customers per second, by station
 * @param able customers per second that it can serve, by station
 * @param onward by station: shares of its departures by next station
 */
export function throughputs(
  fromOutside: readonly number[],
  able: readonly number[],
  onward: readonly ReadonlyMap<number, number>[],
): readonly number[] {
  const behind = new Set(able.flatMap((most, i) => (Number.isFinite(most) ? [i] : [])));
  for (;;) {
    const entering = [...fromOutside];
    for (const i of behind) for (const [to, share] of onward[i]) entering[to] += able[i] * share;
    const offered = visitsTo(entering, i => (behind.has(i) ? [] : onward[i]));
    const keepingUp = [...behind].filter(i => offered[i] < able[i]);
    if (keepingUp.length === 0) return able.map((most, i) => (behind.has(i) ? most : offered[i]));
    for (const i of keepingUp) behind.delete(i);
  }
}
