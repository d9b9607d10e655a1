/** What a way to choose between places needs to be told. */
interface StrategyKind {
  readonly about: string;
  /** Whether it weighs the places, in whole numbers. */
  readonly weighs?: true;
  /** Places that it looks at, where that can be said. */
  readonly d?: { readonly usual: number };
  /** Whether it looks at queues: nobody waits outside the network, so it cannot send customers there. */
  readonly looks?: true;
}

/** The ways to choose the next place that a scenario can ask for, besides shares. */
export const strategies = {
  random: { about: 'each of the places alike, by chance' },
  'round-robin': { about: 'one place after the other in turn' },
  'weighted-round-robin': {
    about: 'in turn, the places with more weight more often, spread as evenly as can be',
    weighs: true,
  },
  'join-shortest-queue': {
    about: 'where the fewest customers wait and are served; among equals by chance',
    looks: true,
  },
  'power-of-d': {
    about: 'of d places drawn by chance the one with the fewest customers',
    d: { usual: 2 },
    looks: true,
  },
  'least-work': {
    about: 'where the least work is left for each server; among equals by chance',
    looks: true,
  },
} as const satisfies Readonly<Record<string, StrategyKind>>;

export type StrategyName = keyof typeof strategies;

export const kindOf = (name: string): StrategyKind => strategies[name as StrategyName];
