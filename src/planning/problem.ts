/** A question that planning cannot take up: what is wrong, and how to mend it. */
export class PlanningProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PlanningProblem';
  }
}
