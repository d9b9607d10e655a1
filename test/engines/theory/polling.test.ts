import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../src/distributions/index.js';
import { multipleVacations } from '../../../src/engines/theory/formulas/idle-server.js';
import { pollingExhaustive, pollingGated } from '../../../src/engines/theory/formulas/polling.js';

const services = [
  distributionOf({ distribution: 'exponential', mean: 1 }),
  distributionOf({ distribution: 'deterministic', value: 0.5 }),
  distributionOf({ distribution: 'hyperexponential', mean: 2, scv: 3 }),
  distributionOf({ distribution: 'erlang', mean: 0.3, k: 2 }),
];
const rates = [0.2, 0.5, 0.1, 0.4];
const sum = (of: (line: number) => number) => rates.reduce((total, _, i) => total + of(i), 0);
const load = (i: number) => rates[i] * services[i].mean;
const square = (i: number) => services[i].mean ** 2 * (1 + services[i].scv);

describe('a server that goes round four lines', () => {
  const rho = sum(load);

  /** O. J. Boxma, W. P. Groenendijk, Journal of Applied Probability 24 (1987): the sum of ρ_i Wq_i. */
  it.each([
    ['exhaustive', 0.2, 0.5],
    ['exhaustive', 0, 0],
    ['gated', 0.2, 0.5],
    ['gated', 3, 0],
    ['gated', 0, 0],
  ] as const)(
    '%s, %d s between lines: what the conservation law says',
    (visits, meanSwitchOver, switchOverScv) => {
      const solve = visits === 'gated' ? pollingGated.solve : pollingExhaustive.solve;
      const waits = solve({ rates, services, meanSwitchOver, switchOverScv });
      const round = rates.length * meanSwitchOver;
      const roundSquare = round ** 2 + rates.length * meanSwitchOver ** 2 * switchOverScv;
      const squares = sum(i => load(i) ** 2);
      const amount =
        (rho * sum(i => rates[i] * square(i))) / (2 * (1 - rho)) +
        (round > 0 ? (rho * roundSquare) / (2 * round) : 0) +
        (round * (rho ** 2 - squares)) / (2 * (1 - rho)) +
        (visits === 'gated' ? (round * squares) / (1 - rho) : 0);
      expect(sum(i => load(i) * waits[i])).toBeCloseTo(amount, 10);
    },
  );

  it('at no time between lines: the limit of ever less', () => {
    for (const { solve } of [pollingExhaustive, pollingGated]) {
      const lines = { rates, services, switchOverScv: 0 };
      const none = solve({ ...lines, meanSwitchOver: 0 });
      const little = solve({ ...lines, meanSwitchOver: 1e-9 });
      none.forEach((wait, i) => {
        expect(little[i]).toBeCloseTo(wait, 7);
      });
    }
  });
});

it('one line that is served until it is empty: a server with vacations', () => {
  const [service, away] = [services[2], services[3]];
  const [wait] = pollingExhaustive.solve({
    rates: [0.3],
    services: [service],
    meanSwitchOver: away.mean,
    switchOverScv: away.scv,
  });
  const { meanWait } = multipleVacations.solve({ arrivalRate: 0.3, service, vacation: away });
  expect(wait).toBeCloseTo(meanWait, 12);
});

it('two equal lines at a load of 1/2, by hand', () => {
  // Services and ways of 1 s, 1/4 a second come to each. By conservation the sum of ρ Wq, which is Wq / 2, is
  // 1/4 + 1/2 + 1/4 when exhaustive, and when gated 1/2 more.
  const constant = distributionOf({ distribution: 'deterministic', value: 1 });
  const lines = { rates: [0.25, 0.25], services: [constant, constant], meanSwitchOver: 1, switchOverScv: 0 };
  for (const wait of pollingExhaustive.solve(lines)) expect(wait).toBeCloseTo(2, 12);
  for (const wait of pollingGated.solve(lines)) expect(wait).toBeCloseTo(3, 12);
});
