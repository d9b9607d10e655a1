import { type Complex, complex, minus, over, plus, scaled } from '../complex.js';
import { type ComplexTransform, mixedTransform, product } from '../laws/complex-transform.js';
import { delayedBy } from '../laws/delay-busy-period.js';

/** Customers of one priority. */
export interface PriorityLevel {
  readonly rate: number;
  readonly meanService: number;
  readonly service: ComplexTransform;
}

const one = complex(1);
const loadOf = (levels: readonly PriorityLevel[]): number =>
  levels.reduce((sum, { rate, meanService }) => sum + rate * meanService, 0);

const pooled = (levels: readonly PriorityLevel[]): ComplexTransform =>
  mixedTransform(
    levels.map(({ rate }) => rate),
    levels.map(({ service }) => service),
  );

/** What a wait becomes when all who are more urgent go first: z(s), or s where nobody is. */
function goneFirst(urgent: readonly PriorityLevel[]): ComplexTransform {
  const rate = urgent.reduce((sum, level) => sum + level.rate, 0);
  return rate === 0 ? s => s : delayedBy(rate, pooled(urgent));
}

/** Σ λ (1 - b(z)): the work that the levels bring, as it is seen at z. */
const bringing = (levels: readonly PriorityLevel[], z: Complex): Complex =>
  levels.reduce((sum, { rate, service }) => plus(sum, scaled(minus(one, service(z)), rate)), complex(0));

/**
 * The transform of the wait of level k, the most urgent being 0, at one server that interrupts nobody:
 * ((1 - ρ) z + Σ_(j > k) λ_j (1 - b_j(z))) / (s - λ_k (1 - b_k(z))). The source has it for classes of one law each.
 */
export function waitOf(levels: readonly PriorityLevel[], k: number): ComplexTransform {
  const idle = 1 - loadOf(levels);
  const argument = goneFirst(levels.slice(0, k));
  const lower = levels.slice(k + 1);
  return s => {
    const z = argument(s);
    return over(plus(scaled(z, idle), bringing(lower, z)), minus(s, bringing([levels[k]], z)));
  };
}

/**
 * The transform of the sojourn in level k where services are interrupted and resumed: the less urgent do not exist, and
 * the service is stretched as the wait is.
 *
 * @param service of the customer, who is one of the level
 */
export function interruptedSojournOf(
  levels: readonly PriorityLevel[],
  k: number,
  service: ComplexTransform,
): ComplexTransform {
  const argument = goneFirst(levels.slice(0, k));
  return product(waitOf(levels.slice(0, k + 1), k), s => service(argument(s)));
}

/** The same wait, or none, where servers as fast together as this one are all busy only so often. */
export const waitedWith =
  (chance: number, load: number, wait: ComplexTransform): ComplexTransform =>
  s =>
    plus(complex(1 - chance), scaled(minus(wait(s), complex(1 - load)), chance / load));
