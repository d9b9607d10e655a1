import { duration, rate, scv, whole } from '../domain.js';
import { formula } from '../formula.js';
import { manyServerBounds } from './bounds.js';
import {
  allenCunneen,
  kimura,
  kraemerLangenbachBelz,
  queueingNetworkAnalyzer,
  sakasegawa,
  type TwoMoments,
  whitt1993,
} from './two-moments.js';

const members = {
  'Allen-Cunneen': allenCunneen,
  'Whitt 1983': queueingNetworkAnalyzer,
  'Whitt 1993': whitt1993,
  Kimura: kimura,
  Sakasegawa: sakasegawa,
  'Krämer-Langenbach-Belz': kraemerLangenbachBelz,
} as const;

/** What two moments tell of the mean wait, seconds. */
export interface Band {
  /** Of the approximations. */
  readonly lowest: number;
  readonly highest: number;
  readonly byName: Readonly<Record<keyof typeof members, number>>;
  /** What no queue of independent times between arrivals of these moments can fall below or exceed. */
  readonly lowerBound: number;
  readonly upperBound: number;
}

export const approximationBand = formula({
  kendall: 'G/G/c band',
  name: 'mean wait between the lowest and the highest of six approximations, and its bounds',
  exactness: 'approximation',
  assumptions: [
    'independent times between arrivals, known by rate and scv',
    'independent service times, known by mean and scv',
    'c equal servers on one queue',
    'unlimited queue',
  ],
  formula: `${Object.keys(members).join(', ')}`,
  breaks:
    'The band shows where the approximations disagree, not how far they err: the truth may lie outside it, but never outside the bounds.',
  sources: [
    ...new Map(
      Object.values(members)
        .flatMap(({ sources }) => sources)
        .map(source => [source.ref, source]),
    ).values(),
  ],
  parameters: {
    arrivalRate: rate,
    meanService: duration,
    servers: whole(1, 1e6),
    arrivalScv: scv,
    serviceScv: scv,
  },
  load: ({ arrivalRate, meanService, servers }: TwoMoments): number => (arrivalRate * meanService) / servers,
  solve: (queue: TwoMoments): Band => {
    const byName = Object.fromEntries(
      Object.entries(members).map(([name, { solve }]) => [name, solve(queue)]),
    ) as Record<keyof typeof members, number>;
    const waits = Object.values(byName);
    const { lower, upper } = manyServerBounds.solve(queue);
    return {
      lowest: Math.min(...waits),
      highest: Math.max(...waits),
      byName,
      lowerBound: lower,
      upperBound: upper,
    };
  },
});
