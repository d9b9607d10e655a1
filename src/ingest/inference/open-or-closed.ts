import { log } from '../../numerics/log.js';

/** Whether customers come from outside, or a fixed number of clients wait for one answer before they ask again. */
export interface OpenOrClosed {
  readonly verdict: 'open' | 'closed' | 'cannot say';
  /** Twice the logarithm of the likelihood ratio of clients to an outside, over the burstiness; above 0: clients. */
  readonly evidence: number;
  /** Most customers present at once. */
  readonly mostPresent: number;
  /** Where it is closed: how many clients there are, and how many seconds they think on average. */
  readonly clients?: number;
  readonly think?: number;
}

interface Level {
  readonly time: number;
  readonly arrivals: number;
}

/** Of an outside the ratio goes beyond this one time in ten thousand (chi-squared, one degree of freedom). */
const sure = 15.1;
/** The rate must vary so much (variance over squared mean) with those present, or it might as well not. */
const matters = 0.005;
const fewestArrivals = 100;
/** So many standard errors must gaps grow with those present: regular arrivals from outside are as seldom as that. */
const sureOfGaps = 3.9;
/** Clients who think less than this, beside all that they do, come again at once. */
const atOnce = 1e-3;

/**
 * By how often customers come while n are present (B. Schroeder, A. Wierman and M. Harchol-Balter, NSDI 2006,
 * for the difference). From outside they come at one rate whatever n; of N clients N - n are left to come. The
 * likelihoods of the two are those of a Poisson process whose intensity is λ or a (N - n). Arrivals from outside that
 * are more regular than Poisson ones look alike, but the gap after an arrival does not depend on whom it found: so it
 * must grow with them, unless clients come again at once.
 * @param levels by n, from 0: seconds for which n were present, and the arrivals in them
 * @param gaps how much the gap after an arrival grows with those whom it found, in standard errors
 * @param bursts variance over mean of the counts at a short scale: arrivals in bursts say less
 */
export function openOrClosed(
  levels: readonly Level[],
  gaps: number | undefined,
  bursts: number,
): OpenOrClosed | undefined {
  const arrivals = levels.reduce((sum, level) => sum + level.arrivals, 0);
  const time = levels.reduce((sum, level) => sum + level.time, 0);
  const present = levels.flatMap(({ time: some, arrivals: came }, n) => (some > 0 || came > 0 ? [n] : []));
  const mostPresent = 1 + levels.reduce((most, level, n) => (level.arrivals > 0 ? n : most), -1);
  if (arrivals < fewestArrivals || !(time > 0) || present.length < 2) return undefined;
  const outside = arrivals * log(arrivals / time);
  const closed = (clients: number) => ofClients(levels, arrivals, clients);
  const fewest = Math.max(mostPresent, present[present.length - 1]);
  let best = fewest;
  let likelihood = closed(fewest);
  for (
    let clients = fewest;
    clients < 50 * fewest;
    clients = Math.max(clients + 1, Math.floor(clients * 1.02))
  ) {
    const found = closed(clients);
    if (found > likelihood) [best, likelihood] = [clients, found];
  }
  const scale = Math.max(1, bursts);
  const evidence = (2 * (likelihood - outside)) / scale;
  const think = timeAway(levels, best) / arrivals;
  const backAtOnce = think * arrivals < atOnce * best * time;
  const slowsDown = variationOfAway(levels, best) > matters && ((gaps ?? 0) > sureOfGaps || backAtOnce);
  if (evidence > sure && slowsDown) return { verdict: 'closed', evidence, mostPresent, clients: best, think };
  // If twice as many clients as were ever seen would have been noticed, they are not there.
  const against = (2 * (outside - closed(2 * fewest))) / scale;
  return {
    verdict: against > sure ? 'open' : 'cannot say',
    evidence: against > sure ? -against : evidence,
    mostPresent,
  };
}

/** Seconds, summed over the clients, that were not present. */
const timeAway = (levels: readonly Level[], clients: number): number =>
  levels.reduce((sum, { time }, n) => sum + Math.max(0, clients - n) * time, 0);

function ofClients(levels: readonly Level[], arrivals: number, clients: number): number {
  // Who comes back at the very moment of leaving is never away: a think time of a nanosecond stands for none.
  const away = Math.max(timeAway(levels, clients), arrivals * 1e-9);
  const each = log(arrivals / away);
  return levels.reduce(
    (sum, { arrivals: came }, n) => (came > 0 ? sum + came * (each + log(clients - n)) : sum),
    0,
  );
}

/** Squared coefficient of variation, over the time, of how many clients are not present. */
function variationOfAway(levels: readonly Level[], clients: number): number {
  const total = levels.reduce((sum, { time }) => sum + time, 0);
  const mean = timeAway(levels, clients) / total;
  const square = levels.reduce((sum, { time }, n) => sum + Math.max(0, clients - n) ** 2 * time, 0) / total;
  return mean > 0 ? square / (mean * mean) - 1 : Number.POSITIVE_INFINITY;
}
