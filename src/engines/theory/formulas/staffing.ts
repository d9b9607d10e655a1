import { normalCdf } from '../../../numerics/normal-law.js';
import { rootIn } from '../../../numerics/root.js';
import { type Domain, duration, rate } from '../domain.js';
import { formula } from '../formula.js';

export interface Staffing {
  readonly arrivalRate: number;
  readonly meanService: number;
  /** Share of customers that may have to wait. */
  readonly probabilityOfWait: number;
}

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** P(wait) of very many servers, c = a + β √a. */
const chanceToWait = (beta: number): number => 1 / (1 + (beta * normalCdf(beta)) / density(beta));

const limits: Domain = {
  kind: 'number',
  expected: 'a number from 1e-12 to 0.999',
  least: 1e-12,
  most: 0.999,
};

export const squareRootStaffing = formula({
  kendall: 'square-root staffing',
  name: 'how many servers keep the chance to wait below a limit, as a first guess',
  exactness: 'approximation',
  assumptions: [
    'M/M/c',
    'many servers: the limit in which c - a grows like √a; within a server or so from ten on',
  ],
  formula: 'c ≈ a + β √a with P(wait) = 1 / (1 + β Φ(β) / φ(β))',
  breaks: 'Customers who give up need fewer servers, burstier arrivals more.',
  sources: [{ ref: 'halfin1981', at: 'proposition 1' }],
  parameters: {
    arrivalRate: rate,
    meanService: duration,
    probabilityOfWait: limits,
  },
  solve: ({ arrivalRate, meanService, probabilityOfWait }: Staffing) => {
    const load = arrivalRate * meanService;
    const beta = rootIn(x => probabilityOfWait - chanceToWait(x), 0, 10);
    const servers = Math.max(Math.floor(load) + 1, Math.ceil(load + beta * Math.sqrt(load)));
    return { beta, servers, utilisation: load / servers };
  },
});
