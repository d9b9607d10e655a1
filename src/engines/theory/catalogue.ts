import type { Citation } from '../../result/result.js';
import { cite } from './citation.js';
import { confirmedBy } from './confirmed.js';
import type { AnyFormula } from './formula.js';
import { formulaGroups } from './formulas/index.js';
import type { Card } from './model.js';
import { models } from './models/index.js';

/** A model or formula as the catalogue shows it. */
export interface Entry extends Omit<Card, 'sources'> {
  readonly group: string;
  /** What it takes and the values that this may have; absent for models, which take a scenario's station. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly sources: readonly Citation[];
  /** What its numbers were compared with, and agreed. */
  readonly confirmedBy: readonly string[];
}

const stations = 'one station with one queue';

const entry = (group: string, card: Card, parameters?: AnyFormula['parameters']): Entry => ({
  group,
  kendall: card.kendall,
  name: card.name,
  exactness: card.exactness,
  assumptions: card.assumptions,
  formula: card.formula,
  breaks: card.breaks,
  ...(parameters && {
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, { expected }]) => [name, expected]),
    ),
  }),
  sources: card.sources.map(cite),
  confirmedBy: confirmedBy(card.kendall),
});

/** Everything that theory knows: the models of a station, then the formulas, group by group. */
export const catalogue: readonly Entry[] = [
  ...models.map(model => entry(stations, model)),
  ...Object.entries<Readonly<Record<string, AnyFormula>>>(formulaGroups).flatMap(([group, formulas]) =>
    Object.values(formulas).map(formula => entry(group, formula, formula.parameters)),
  ),
];
