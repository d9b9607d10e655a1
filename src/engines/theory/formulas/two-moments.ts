import { erlangC } from '../erlang.js';

/** What the approximations of G/G/c look at. */
export interface TwoMoments {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  readonly arrivalScv: number;
  readonly serviceScv: number;
}

const loadOf = ({ arrivalRate, meanService, servers }: TwoMoments): number =>
  (arrivalRate * meanService) / servers;
const variability = ({ arrivalScv, serviceScv }: TwoMoments): number => (arrivalScv + serviceScv) / 2;

/** Mean wait of M/M/c, seconds. */
function markovian({ arrivalRate, meanService, servers }: TwoMoments): number {
  const load = arrivalRate * meanService;
  return (erlangC(servers, load) * meanService) / (servers - load);
}

/** The mean wait of M/M/c times the mean of both scv (A. O. Allen 1990; not checked). */
export const allenCunneen = (queue: TwoMoments): number => markovian(queue) * variability(queue);

/** The same with a short form of the chance to wait (G. Bolch et al., "Queueing Networks and Markov Chains", 2006, section 6.3; not checked). */
export function shortForm(queue: TwoMoments): number {
  const load = loadOf(queue);
  const waits = load > 0.7 ? (load ** queue.servers + load) / 2 : load ** ((queue.servers + 1) / 2);
  return ((waits * queue.meanService) / (queue.servers * (1 - load))) * variability(queue);
}

/** H. Sakasegawa, Annals of the Institute of Statistical Mathematics 29 (1977) (not checked). */
export function sakasegawa(queue: TwoMoments): number {
  const load = loadOf(queue);
  const waits = load ** (Math.sqrt(2 * (queue.servers + 1)) - 1);
  return ((waits * queue.meanService) / (queue.servers * (1 - load))) * variability(queue);
}

/** Upper bound for one server: λ (Var A + Var S) / (2 (1 - ρ)) (J. F. C. Kingman, Biometrika 49 (1962); not checked). */
export function kingmanBound({ arrivalRate, meanService, arrivalScv, serviceScv }: TwoMoments): number {
  const variances = arrivalScv / arrivalRate ** 2 + serviceScv * meanService ** 2;
  return (arrivalRate * variances) / (2 * (1 - arrivalRate * meanService));
}

/**
 * The approximation of the Queueing Network Analyzer for one server: with the correction of W. Krämer and M.
 * Langenbach-Belz for arrivals steadier than Poisson (W. Whitt, Bell System Technical Journal 62 (1983); not checked).
 */
export function queueingNetworkAnalyzer(queue: TwoMoments): number {
  const { arrivalScv, serviceScv } = queue;
  const load = loadOf(queue);
  const correction =
    arrivalScv < 1
      ? Math.exp((-2 * (1 - load) * (1 - arrivalScv) ** 2) / (3 * load * (arrivalScv + serviceScv)))
      : 1;
  return allenCunneen(queue) * correction;
}

/** W. Whitt, "Approximations for the GI/G/m queue", Production and Operations Management 2 (1993), section 2 (not checked). */
export function whitt1993(queue: TwoMoments): number {
  const { arrivalScv: ca, serviceScv: cs, servers: m } = queue;
  const load = loadOf(queue);
  const gamma = Math.min(0.24, ((1 - load) * (m - 1) * (Math.sqrt(4 + 5 * m) - 2)) / (16 * m * load));
  const phi1 = 1 + gamma;
  const phi3 = (1 - 4 * gamma) * Math.exp((-2 * (1 - load)) / (3 * load));
  const phi4 = Math.min(1, (phi1 + phi3) / 2);
  const psi = variability(queue) >= 1 ? 1 : phi4 ** (2 * (1 - variability(queue)));
  const factor =
    ca >= cs
      ? (4 * (ca - cs) * phi1 + cs * psi) / (4 * ca - 3 * cs)
      : ((cs - ca) * phi3 + (cs + 3 * ca) * psi) / (2 * (ca + cs));
  return factor * allenCunneen(queue);
}
