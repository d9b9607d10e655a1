import { type Judgement, judge, type ReferenceCase } from '../engines/theory/reference/judge.js';

export type { Comparison, Judgement, ReferenceCase } from '../engines/theory/reference/judge.js';

/** What an engine makes of a case whose values are known from elsewhere, by the engine's name. */
export const referees = {
  theory: judge,
} as const satisfies Readonly<Record<string, (given: ReferenceCase) => Judgement>>;

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
