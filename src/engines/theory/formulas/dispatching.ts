import { duration, utilisation, whole } from '../domain.js';
import { formula } from '../formula.js';

export interface ManyChoices {
  readonly load: number;
  readonly meanService: number;
  readonly choices: number;
}

export const powerOfManyChoices = formula({
  kendall: 'power of d choices, many servers',
  name: 'each arrival joins the shortest of d queues looked at, in the limit of many servers',
  exactness: 'approximation',
  assumptions: [
    'Poisson arrivals, exponential services',
    'd queues are looked at, chosen at random',
    'so many servers that their queues do not depend on each other: a limit',
  ],
  formula: 'W = E S Σ ρ^((d^i - d) / (d - 1)) over i ≥ 1',
  breaks: 'With few servers queues are longer than it says: see JSQ and power of d for those.',
  sources: [
    { ref: 'mitzenmacher2001', at: 'section 2' },
    { ref: 'vvedenskaya1996', at: 'the limit' },
  ],
  parameters: { load: utilisation, meanService: duration, choices: whole(1, 1000) },
  solve: ({ load, meanService, choices }: ManyChoices) => {
    let waits = 0;
    if (choices === 1) waits = load / (1 - load);
    else {
      // The share of queues longer than i - 1 among those that an arrival joins; the first is 1.
      for (let i = 2; ; i++) {
        const term = load ** ((choices ** i - choices) / (choices - 1));
        waits += term;
        if (term <= 1e-17 * waits) break;
      }
    }
    return {
      meanSojourn: (1 + waits) * meanService,
      meanWait: waits * meanService,
      meanNumberAtServer: load * (1 + waits),
    };
  },
});
