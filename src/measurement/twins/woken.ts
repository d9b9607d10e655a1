import type { Lateness } from './lateness.js';
import type { Recursion } from './path.js';

/**
 * How likely a server that ends a service is to take a customer for whom another, that waited, has been woken.
 *
 * @param lead seconds from when the customer was under way to the queue until that server asks for the next
 * @returns from 0 to 1
 */
export type Overtaking = (lead: number) => number;

/**
 * One queue for all servers. For a customer who finds servers that wait, one of them is woken to fetch it: whoever ends
 * a service in the meantime may take the customer first, who then has waited though a server was free.
 *
 * Of those who may be overtaken as many are as the chances say together: the one with whom their sum passes the next half
 * (systematic sampling, W. G. Madow and L. H. Madow, "On the theory of systematic sampling", Annals of Mathematical
 * Statistics 15, 1944, unchecked). No random numbers; the same customers have the same path.
 *
 * @param overtaking absent: a server that waits has the customer at once, which is the queue of Kiefer and Wolfowitz
 * @param lateness absent: none is late
 */
export function wokenQueue(servers: number, overtaking?: Overtaking, lateness?: Lateness): Recursion {
  const free = new Float64Array(servers).fill(Number.NEGATIVE_INFINITY);
  const asks = free.slice();
  let chances = 0;
  return (arrival, service, customer) => {
    const sent = arrival + (lateness?.sending[customer] ?? 0);
    let waiting = -1;
    let next = -1;
    for (let k = 0; k < servers; k++) {
      if (asks[k] <= sent) {
        if (waiting < 0 || asks[k] < asks[waiting]) waiting = k;
      } else if (next < 0 || asks[k] < asks[next]) next = k;
    }
    const taker = waiting < 0 || (next >= 0 && isOvertaken(asks[next] - sent)) ? next : waiting;
    const start = Math.max(arrival, free[taker]);
    free[taker] = start + service;
    asks[taker] = free[taker] + (lateness?.asking[customer] ?? 0);
    return start;
  };

  function isOvertaken(lead: number): boolean {
    chances += overtaking?.(lead) ?? 0;
    if (chances < 0.5) return false;
    chances--;
    return true;
  }
}
