import { duration, rate, whole } from '../domain.js';
import { formula } from '../formula.js';
import type { Source } from '../model.js';
import { forkJoinPairSojourn, mostLoadOfPair } from '../times/fork-join-pair.js';

export interface ForkJoin {
  readonly arrivalRate: number;
  readonly meanService: number;
  readonly tasks: number;
}

const assumptions = [
  'Poisson arrivals of jobs',
  'on arrival each job sends one task to each of the stations, and is done when all are',
  'one exponential server at each station, all of one mean',
];
const load = ({ arrivalRate, meanService }: ForkJoin): number => arrivalRate * meanService;

function harmonic(n: number): number {
  let sum = 0;
  for (let i = n; i > 0; i--) sum += 1 / i;
  return sum;
}

const flatto: Source = { ref: 'flatto1984', at: 'the two queues' };

export const forkJoinPair = formula({
  kendall: 'fork-join of 2',
  name: 'a job is done when both of its tasks are',
  exactness: 'exact',
  assumptions,
  formula: 'W = (12 - ρ) / 8 times the sojourn of one task in M/M/1',
  breaks: 'Tasks that do not start together, or services that depend on one another, are no fork-join.',
  sources: [flatto, { ref: 'nelson1988', at: 'section 3' }],
  parameters: { arrivalRate: rate, meanService: duration, tasks: whole(2, 2) },
  load,
  solve: (job: ForkJoin) => {
    const found = times(job, 1);
    const known = found.utilisation <= mostLoadOfPair;
    const sojourn = known
      ? forkJoinPairSojourn(found.utilisation, job.meanService, found.meanSojourn, flatto)
      : undefined;
    return { ...found, ...(sojourn && { sojourn }) };
  },
});

export const forkJoinMany = formula({
  kendall: 'fork-join of K',
  name: 'a job is done when all of its K tasks are: by Nelson and Tantawi',
  exactness: 'approximation',
  assumptions: [...assumptions, 'more than two tasks; the formula was fitted to 32 or fewer'],
  formula: 'W ≈ (h + 4/11 (1 - h) ρ) W_2 with h = H_K / H_2',
  breaks: 'Beyond 32 tasks its error is not known; H_K times the sojourn of one task is an upper bound.',
  sources: [{ ref: 'nelson1988', at: 'section 4' }],
  parameters: { arrivalRate: rate, meanService: duration, tasks: whole(2, 1e6) },
  load,
  solve: (job: ForkJoin) => times(job, harmonic(job.tasks) / harmonic(2)),
});

function times({ arrivalRate, meanService, tasks }: ForkJoin, ratio: number) {
  const busy = arrivalRate * meanService;
  const single = meanService / (1 - busy);
  const pair = ((12 - busy) / 8) * single;
  const meanSojourn = (ratio + (4 / 11) * (1 - ratio) * busy) * pair;
  return {
    utilisation: busy,
    meanSojournOfTask: single,
    meanSojourn,
    meanJobs: arrivalRate * meanSojourn,
    upperBound: harmonic(tasks) * single,
  };
}
