import { type Judgement, judge, type ReferenceCase } from '../engines/theory/reference/judge.js';
import { type JudgeOptions, judgeSimulation, type SimulationJudgement } from './reference/simulation.js';

export type { Comparison, Judgement, ReferenceCase } from '../engines/theory/reference/judge.js';

export type { JudgeOptions, SimulatedComparison, SimulationJudgement } from './reference/simulation.js';

/** Chance that a right simulation fails a file anywhere. */
const familyWise = 0.01;

/** What an engine makes of cases whose values are known from elsewhere, by the engine's name. */
export const referees = {
  theory: () => async (given: ReferenceCase) => judge(given),
  simulation: (cases: readonly ReferenceCase[]) => {
    const values = cases.flatMap(({ expect }) => Object.values(expect).flat()).length;
    return (given: ReferenceCase, options?: JudgeOptions) =>
      judgeSimulation(given, 1 - familyWise / values, options);
  },
} as const satisfies Readonly<
  Record<
    string,
    (
      cases: readonly ReferenceCase[],
    ) => (given: ReferenceCase, options?: JudgeOptions) => Promise<Judgement | SimulationJudgement>
  >
>;

export type Referee = keyof typeof referees;

/**
 * The cases of a JSON text, each with what it needs to be judged.
 * @throws TypeError that says what is wrong with which case.
 */
export function referenceCases(text: string): readonly ReferenceCase[] {
  const cases: unknown = JSON.parse(text);
  if (!Array.isArray(cases)) throw new TypeError('expected a list of cases');
  cases.forEach((given: Partial<ReferenceCase> | null, i) => {
    const name = given?.id ?? `case ${i + 1}`;
    if (typeof given?.id !== 'string' || typeof given.model !== 'string') {
      throw new TypeError(`${name}: expected an id and a model, both text`);
    }
    if (!given.params || !given.expect) throw new TypeError(`${name}: expected params and expect`);
    if (typeof given.tolerance?.rel !== 'number' || typeof given.tolerance.abs !== 'number') {
      throw new TypeError(`${name}: expected a tolerance of rel and abs, both numbers`);
    }
  });
  return cases;
}
