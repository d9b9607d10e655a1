import type { LineContext } from '../lines/line.js';
import type { Ranking } from '../stations/preemptive.js';

/** More customers than this never come to one station in one replication. */
const manyCustomers = 2 ** 40;

/** The orders in which services are interrupted. `population.ticket` counts the arrivals at the station. */
export const rankings = {
  /** First come, first served: nobody is interrupted but by a breakdown. */
  fcfs:
    ({ population }: LineContext): Ranking =>
    customer =>
      population.ticket[customer],

  /** Last come, first served at once. */
  lcfs:
    ({ population }: LineContext): Ranking =>
    customer =>
      -population.ticket[customer],

  /** The class of highest priority at once; within a priority first come, first served. */
  priority: ({ population, priorities }: LineContext): Ranking => {
    const ranks = [...new Set(priorities)].sort((a, b) => b - a);
    const rankOf = priorities.map(priority => ranks.indexOf(priority) * manyCustomers);
    return customer => rankOf[population.class[customer]] + population.ticket[customer];
  },

  /** Whoever is due first at once; a deadline counts from the entrance to the system. */
  edf:
    ({ population, dues }: LineContext): Ranking =>
    customer =>
      population.entered[customer] + dues[population.class[customer]],

  /** Shortest remaining processing time at once. */
  srpt: (): Ranking => (_, left) => left,

  /** Shortest job at once, by the whole of it and not by what is left. */
  psjf:
    ({ population }: LineContext): Ranking =>
    customer =>
      population.demand[customer],
} as const;
