import { duration, rateOrNone, whole } from '../domain.js';
import { formula } from '../formula.js';

export interface Backlog {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly servers: number;
  /** Customers there are. */
  readonly backlog: number;
}

export const fluidDrain = formula({
  kendall: 'fluid drain',
  name: 'how long a backlog takes to go, or by how much it grows',
  exactness: 'approximation',
  assumptions: [
    'a backlog of many customers, against which chance counts for little',
    'all servers busy until it is gone; arrivals and services at steady rates',
  ],
  formula: 'backlog / (c μ - λ); above saturation it grows by λ - c μ',
  breaks: 'The last few customers, and loads close to saturation, are governed by chance.',
  sources: [{ ref: 'kleinrock1976', at: 'section 2.7, fluid approximation' }],
  parameters: {
    arrivalRate: rateOrNone,
    meanService: duration,
    servers: whole(1, 1e9),
    backlog: whole(0, 1e15),
  },
  solve: ({ arrivalRate, meanService, servers, backlog }: Backlog) => {
    const spare = servers / meanService - arrivalRate;
    return {
      growthRate: -spare,
      /** Absent: it is never gone. */
      ...(spare > 0 && { drainTime: backlog / spare }),
    };
  },
});
