import { ParameterError } from '../../distributions/contract.js';
import { checkDomain, checkStable, duration, rate, wholeOrEndless } from './domain.js';
import type { Model, StationProblem } from './model.js';

const servers = wholeOrEndless(1, 1e9);
const capacity = wholeOrEndless(1, 1e15);

/** @throws ParameterError, naming parameter, value and domain, unless this is a station, with a steady state. */
export function checkStation(problem: StationProblem): void {
  checkDomain('servers', problem.servers, servers);
  checkDomain('capacity', problem.capacity, capacity);
  if (problem.capacity < problem.servers && Number.isFinite(problem.servers)) {
    throw new ParameterError('capacity', problem.capacity, `at least the ${problem.servers} servers`);
  }
  checkDomain('arrivalRate', problem.arrivals.rate, rate);
  if (Number.isFinite(problem.service.mean)) checkDomain('meanService', problem.service.mean, duration);
  if (problem.capacity === Number.POSITIVE_INFINITY) {
    checkStable((problem.arrivals.rate * problem.service.mean) / problem.servers);
  }
}

/** The model, that looks at a station before it solves it. */
export const checked = (model: Model): Model => ({
  ...model,
  solve: problem => {
    checkStation(problem);
    return model.solve(problem);
  },
});
