import { simulate } from '../engines/simulation/simulate.js';
import { predict } from '../engines/theory/index.js';
import type { Outcome } from '../result/outcome.js';
import { layOut } from '../study/lay-out.js';
import { type Surroundings, surroundingsOf } from '../study/surroundings.js';
import type { Message, Question } from './what-if/message.js';

/** Answers questions, by the very functions of the command line: theory, then the simulation as it narrows. */
export const startWorker = (): void =>
  addEventListener('message', ({ data }: MessageEvent<Question>) => {
    answer(data).catch((error: Error) => say({ kind: 'failure', problem: error.message }));
  });

async function answer({ study }: Question): Promise<void> {
  const { scenario, provenance } = study;
  const theory = predict(scenario);
  const laidOut = (simulation?: Outcome, surroundings?: Surroundings) =>
    layOut(
      scenario,
      [['theory', theory], ...(simulation ? ([['simulation', simulation]] as const) : [])],
      provenance,
      { surroundings },
    );
  say({ kind: 'so far', study: laidOut(), customers: 0 });
  const simulation = await simulate(scenario, {
    onPlan: (planned, budget) => say({ kind: 'plan', customers: Math.min(planned ?? budget, budget) }),
    onInterim: ({ measures, customers = 0 }) => {
      const result = { schema: 1, engine: 'simulation', scenario, measures, customers } as const;
      const soFar = { ...result, waitQuantiles: [], sojournQuantiles: [], warnings: [] };
      say({ kind: 'so far', study: laidOut({ answered: true, result: soFar }), customers });
    },
  });
  say({ kind: 'answer', study: laidOut(simulation, surroundingsOf(scenario)) });
}

const say = (message: Message): void => postMessage(message);
