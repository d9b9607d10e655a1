import { duration, rate, scv, whole } from '../domain.js';
import { erlangC } from '../erlang.js';
import { type Formula, formula } from '../formula.js';
import type { Source } from '../model.js';

/** What the approximations of G/G/c look at. */
export interface TwoMoments {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  readonly arrivalScv: number;
  readonly serviceScv: number;
}

const load = ({ arrivalRate, meanService, servers }: TwoMoments): number =>
  (arrivalRate * meanService) / servers;
const variability = ({ arrivalScv, serviceScv }: TwoMoments): number => (arrivalScv + serviceScv) / 2;

const parameters = (mostServers = 1e6) => ({
  arrivalRate: rate,
  meanService: duration,
  servers: whole(1, mostServers),
  arrivalScv: scv,
  serviceScv: scv,
});

type Approximation = Formula<TwoMoments, number>;

const approximation = (card: {
  readonly kendall: string;
  readonly name: string;
  readonly formula: string;
  readonly sources: readonly Source[];
  readonly mostServers?: number;
  readonly meanWait: (queue: TwoMoments) => number;
}): Approximation =>
  formula({
    kendall: card.kendall,
    name: card.name,
    exactness: 'approximation',
    assumptions: [
      'independent times between arrivals, known by rate and scv',
      'independent service times, known by mean and scv',
      card.mostServers === 1 ? 'one server' : 'c equal servers on one queue',
      'unlimited queue',
    ],
    formula: card.formula,
    breaks: 'Two moments do not determine a queue: correlated arrivals and low loads can be far off.',
    sources: card.sources,
    parameters: parameters(card.mostServers),
    load,
    solve: card.meanWait,
  });

/** Mean wait of M/M/c, seconds. */
function markovian({ arrivalRate, meanService, servers }: TwoMoments): number {
  const offered = arrivalRate * meanService;
  return (erlangC(servers, offered) * meanService) / (servers - offered);
}

const scaled = (queue: TwoMoments): number => markovian(queue) * variability(queue);

export const allenCunneen = approximation({
  kendall: 'G/G/c Allen-Cunneen',
  name: 'mean wait of M/M/c, scaled by the mean variability',
  formula: 'Wq ≈ Wq(M/M/c) (ca² + cs²) / 2',
  sources: [{ ref: 'allen1990', at: 'Allen-Cunneen approximation' }],
  meanWait: scaled,
});

const byChance = (queue: TwoMoments, waits: number): number =>
  ((waits * queue.meanService) / (queue.servers * (1 - load(queue)))) * variability(queue);

/** Allen and Cunneen with a short form of the chance to wait. */
export const shortForm = approximation({
  kendall: 'G/G/c Bolch',
  name: 'Allen-Cunneen with a short form of the chance to wait',
  formula: 'C ≈ (ρ^c + ρ) / 2 above a load of 0.7, else ρ^((c + 1) / 2)',
  sources: [{ ref: 'bolch2006', at: 'section 6.3' }],
  meanWait: queue => {
    const rho = load(queue);
    return byChance(queue, rho > 0.7 ? (rho ** queue.servers + rho) / 2 : rho ** ((queue.servers + 1) / 2));
  },
});

export const sakasegawa = approximation({
  kendall: 'G/G/c Sakasegawa',
  name: 'mean wait with a power of the load for the chance to wait',
  formula: 'Wq ≈ ρ^(√(2 (c + 1)) - 1) E S / (c (1 - ρ)) (ca² + cs²) / 2',
  sources: [{ ref: 'sakasegawa1977', at: 'the approximation' }],
  meanWait: queue => byChance(queue, load(queue) ** (Math.sqrt(2 * (queue.servers + 1)) - 1)),
});

/** By how much arrivals steadier than Poisson shorten the wait; `busy` is the chance to wait. */
function steadiness({ arrivalScv: ca, serviceScv: cs }: TwoMoments, rho: number, busy: number): number {
  if (ca >= 1) return 1;
  if (ca + cs === 0) return 0;
  return Math.exp((-2 * (1 - rho) * (1 - ca) ** 2) / (3 * busy * (ca + cs)));
}

/** With several servers the correction is used as with one. */
export const queueingNetworkAnalyzer = approximation({
  kendall: 'G/G/c Whitt 1983',
  name: 'the Queueing Network Analyzer: Krämer and Langenbach-Belz below a scv of 1',
  formula:
    'Wq ≈ Wq(M/M/c) (ca² + cs²) / 2 g, g = exp(-2 (1 - ρ) (1 - ca²)² / (3 ρ (ca² + cs²))) where ca² < 1',
  sources: [
    { ref: 'whitt1983', at: 'section 5' },
    { ref: 'kraemer1976', at: 'mean wait' },
  ],
  meanWait: queue => scaled(queue) * steadiness(queue, load(queue), load(queue)),
});

export const kraemerLangenbachBelz = approximation({
  kendall: 'G/G/c Krämer-Langenbach-Belz',
  name: 'mean wait of M/M/c, corrected for arrivals steadier and burstier than Poisson',
  formula:
    'Wq ≈ Wq(M/M/c) (ca² + cs²) / 2 g, g = exp(-2 (1 - ρ) (1 - ca²)² / (3 C (ca² + cs²))), or exp(-(1 - ρ) (ca² - 1) / (ca² + 4 cs²)) where ca² > 1',
  sources: [
    { ref: 'kraemer1976', at: 'mean wait' },
    { ref: 'bolch2006', at: 'section 6.3, several servers' },
  ],
  meanWait: queue => {
    const { arrivalScv: ca, serviceScv: cs, servers, arrivalRate, meanService } = queue;
    const rho = load(queue);
    const burstiness = ca > 1 ? Math.exp((-(1 - rho) * (ca - 1)) / (ca + 4 * cs)) : 1;
    return scaled(queue) * burstiness * steadiness(queue, rho, erlangC(servers, arrivalRate * meanService));
  },
});

export const whitt1993 = approximation({
  kendall: 'G/G/c Whitt 1993',
  name: 'between the exact means of M/M/c, M/D/c and D/M/c',
  formula: 'Wq ≈ φ(ρ, ca², cs², c) (ca² + cs²) / 2 Wq(M/M/c)',
  sources: [{ ref: 'whitt1993', at: 'section 2' }],
  meanWait: queue => {
    const { arrivalScv: ca, serviceScv: cs, servers: m } = queue;
    if (ca + cs === 0) return 0;
    const rho = load(queue);
    const gamma = Math.min(0.24, ((1 - rho) * (m - 1) * (Math.sqrt(4 + 5 * m) - 2)) / (16 * m * rho));
    const phi1 = 1 + gamma;
    const phi3 = (1 - 4 * gamma) * Math.exp((-2 * (1 - rho)) / (3 * rho));
    const phi4 = Math.min(1, (phi1 + phi3) / 2);
    const psi = variability(queue) >= 1 ? 1 : phi4 ** (2 * (1 - variability(queue)));
    const factor =
      ca >= cs
        ? (4 * (ca - cs) * phi1 + cs * psi) / (4 * ca - 3 * cs)
        : ((cs - ca) * phi3 + (cs + 3 * ca) * psi) / (2 * (ca + cs));
    return factor * scaled(queue);
  },
});

/** Harmonic interpolation between D/M/c, M/D/c and M/M/c, with closed approximations of the first two. */
export const kimura = approximation({
  kendall: 'G/G/c Kimura',
  name: 'between M/M/c, M/D/c and D/M/c, by their harmonic mean; beyond a scv of 1 as Allen-Cunneen',
  formula:
    'Wq ≈ (ca² + cs²) / ((1 - ca²) / Wq(D/M/c) + (1 - cs²) / Wq(M/D/c) + 2 (ca² + cs² - 1) / Wq(M/M/c))',
  sources: [{ ref: 'kimura1986', at: 'equation for GI/G/s' }],
  meanWait: queue => {
    const { arrivalScv: ca, serviceScv: cs } = queue;
    const both = ca + cs;
    if (both === 0) return 0;
    const waits = markovian(queue);
    const constantService = whitt1993.solve({ ...queue, arrivalScv: 1, serviceScv: 0 });
    const constantArrivals = whitt1993.solve({ ...queue, arrivalScv: 0, serviceScv: 1 });
    if (waits === 0 || constantArrivals === 0) return scaled(queue);
    const parts =
      (1 - ca) / (constantArrivals / waits) + (1 - cs) / (constantService / waits) + 2 * (both - 1);
    // Outside of where it interpolates the weights may cancel.
    return parts > 0 && ca <= 1 && cs <= 1 ? (waits * both) / parts : scaled(queue);
  },
});
