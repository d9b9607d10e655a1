/** What the numbers of a formula were compared with, beside its source. */
const ways = {
  reference: 'reference values worked out elsewhere, with up to 50 digits or by other programs',
  chain: 'a Markov chain of few states, solved as such',
  model: 'another way to the same numbers',
  limit: 'the simpler formula that it becomes in a limit',
} as const;

/** Entries of the catalogue by what they were compared with: tests hold all of it. */
const compared: Readonly<Record<keyof typeof ways, readonly string[]>> = {
  reference: [
    ...['M/M/1', 'M/M/c', 'G/G/∞', 'M/G/c/c', 'M/M/c/K', 'M/D/c', 'GI/M/c', 'MAP/PH/c', 'M/G/1', 'M/G/1/K'],
    ...['M/M/c+G', 'M/M/c//N', 'M/M/c/c//N', 'M/M/c retrials', 'M^X/M/c'],
    ...['M/M^[b]/1 open', 'M/M^[a,b]/c closed', 'M/M/c unequal servers'],
    ...['M/M/c breakdowns', 'M/G/1 breakdowns while serving'],
    ...['M/G/1 multiple vacations', 'M/G/1 single vacation', 'M/G/1 set-up', 'M/G/1 N-policy'],
    ...[
      'M/G/1 priorities',
      'M/G/1 priorities, preemptive',
      'M/M/c priorities',
      'M/M/c priorities, preemptive',
    ],
    ...['M/G/1 orders of service', 'M/G/1-PS', 'M/M/1-LCFS preemptive', 'M/G/1 by size'],
    ...['G/G/1 bounds', 'G/G/c Allen-Cunneen', 'G/G/c Bolch', 'G/G/c Sakasegawa', 'G/G/c Kimura'],
    ...['G/G/c Whitt 1983', 'G/G/c Whitt 1993'],
    ...['fork-join of 2', 'fork-join of K', 'JSQ and power of d choices', 'power of d choices, many servers'],
    ...['Jackson network', 'open product-form network', 'closed product-form network'],
    ...['tandem with blocking, saturated', 'M/M/1/K to M/1 with blocking', 'M/M/1 to M/1 with blocking'],
    ...['M(t)/M/c over time', 'M(t)/M/∞ over time'],
  ],
  chain: [
    'M/G/1/K',
    'M/M/c retrials',
    'M/M/c breakdowns',
    'M/M/c unequal servers',
    'M/M/c unequal servers, by chance',
    'M/M/c breakdowns while serving',
    'M/M/c set-up',
    'M/M^[a,b]/c closed',
    'JSQ and power of d choices',
  ],
  model: [
    ...[
      'M/G/1',
      'GI/M/c',
      'MAP/PH/c',
      'MAP/PH/c/K',
      'M/D/c',
      'M/G/1 by size',
      'M/M/c+G',
      'M/M/1 to M/1 with blocking',
    ],
    ...['closed network, load-dependent', 'M/M/1 load-dependent', 'M/M/1 side by side', 'M/G/1 busy period'],
    ...['M/G/1 polling, exhaustive', 'M/G/1 polling, gated'],
    ...['power of d choices, more servers'],
  ],
  limit: [
    ...[
      'M/M/c',
      'M/M/c/K',
      'MAP/PH/c/K',
      'M/G/1',
      'M/G/c',
      'G/G/c',
      'G/G/c band',
      'M/M/c+G',
      'M/M/c//N',
      'M/M/c/c//N',
    ],
    ...['M/M/c retrials', 'M/M/c breakdowns', 'M^X/M/c', 'M/M^[b]/1 open', 'M/M^[a,b]/c closed'],
    ...['M/G/1 priorities', 'M/G/1 priorities, variances', 'M/G/1 priorities, preemptive'],
    ...['M/M/c unequal servers, by chance', 'M/M/c set-up', 'M/G/1 polling, exhaustive'],
    'M/G/1 priorities, preemptive resample',
    ...['M^X/G/1', 'M^X/G/c', 'closed network, services of any law', 'M(t)/G/c stationary flow'],
    ...['E_c/M/1 side by side', 'M(t)/M/c over time', 'tandem with blocking, saturated'],
  ],
};

/** In words, for one entry; empty where nothing but the general tests stands behind it. */
export const confirmedBy = (kendall: string): readonly string[] =>
  Object.entries(compared).flatMap(([way, entries]) =>
    entries.includes(kendall) ? [ways[way as keyof typeof ways]] : [],
  );

/** Every name above, for the test that each is one of the catalogue. */
export const confirmedNames: readonly string[] = Object.values(compared).flat();
