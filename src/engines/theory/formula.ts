import { checkDomain, checkStable, type Domain } from './domain.js';
import type { Card } from './model.js';

/** A result of queueing theory that is more, or less, than a model of one station: one file in formulas/. */
export interface Formula<Given extends object, Found> extends Card {
  readonly parameters: { readonly [Name in keyof Given]-?: Domain };
  /** Offered load by server; absent where there is a steady state at any load. */
  readonly load?: (given: Given) => number;
  /** @throws ParameterError outside the domains, NotCovered where it would take too long. */
  readonly solve: (given: Given) => Found;
}

/** The formula with its parameters looked at before each use. */
export function formula<Given extends object, Found>(
  definition: Formula<Given, Found>,
): Formula<Given, Found> {
  const domains = Object.entries<Domain>(definition.parameters);
  return {
    ...definition,
    solve: given => {
      for (const [name, domain] of domains) checkDomain(name, given[name as keyof Given], domain);
      if (definition.load) checkStable(definition.load(given));
      return definition.solve(given);
    },
  };
}

/** A formula of the catalogue, whatever it takes and gives. */
export interface AnyFormula extends Card {
  readonly parameters: Readonly<Record<string, Domain>>;
  readonly solve: (given: never) => unknown;
}
