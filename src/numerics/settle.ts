/** Directions that are remembered. */
const depth = 30;
/** What is left of a direction beside the others must be more than rounding. */
const negligible = 1e-10;

interface Direction {
  readonly residual: Float64Array;
  readonly image: Float64Array;
}

/**
 * The vector of the sum of the start that a linear map, or a nearly linear one, that keeps sums leaves as it is: instead of the last image the combination of the last ones whose residual is least, by D. G. Anderson,
 * "Iterative procedures for nonlinear integral equations", Journal of the ACM 12 (1965) 547-560. A map may change the
 * length of its vectors while it settles.
 *
 * @param tolerance of the sum of all changes @returns undefined where it does not settle in so many steps
 */
export function settle(
  map: (x: Float64Array) => Float64Array,
  start: Float64Array,
  { tolerance, mostSteps }: { readonly tolerance: number; readonly mostSteps: number },
): Float64Array | undefined {
  let x = start;
  let seen: Direction[] = [];
  for (let step = 0; step < mostSteps; step++) {
    const image = map(x);
    if (image.length !== x.length) {
      [x, seen] = [image, []];
      continue;
    }
    const residual = difference(image, x);
    if (residual.reduce((sum, change) => sum + Math.abs(change), 0) < tolerance) return image;
    x = rescaled(improved({ image, residual }, seen), sumOf(image));
    seen = [{ image, residual }, ...seen].slice(0, depth);
  }
  return undefined;
}

const sumOf = (a: Float64Array): number => a.reduce((sum, value) => sum + value, 0);

/** Of all rounding that of the sum would stay for ever. */
const rescaled = (a: Float64Array, sum: number): Float64Array => {
  const factor = sum / sumOf(a);
  return a.map(value => value * factor);
};

const difference = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]);

const product = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

function subtract(from: Direction, times: number, what: Direction): void {
  for (let i = 0; i < from.image.length; i++) {
    from.image[i] -= times * what.image[i];
    from.residual[i] -= times * what.residual[i];
  }
}

/** The image of that combination, from the last image and those before it, the latest first. */
function improved(last: Direction, seen: readonly Direction[]): Float64Array {
  const best = { image: last.image.slice(), residual: last.residual.slice() };
  const orthogonal: Direction[] = [];
  for (const before of seen) {
    const along = {
      image: difference(last.image, before.image),
      residual: difference(last.residual, before.residual),
    };
    const whole = Math.sqrt(product(along.residual, along.residual));
    for (const each of orthogonal) subtract(along, product(along.residual, each.residual), each);
    const rest = Math.sqrt(product(along.residual, along.residual));
    if (!(rest > negligible * whole)) continue;
    const direction = {
      image: along.image.map(value => value / rest),
      residual: along.residual.map(value => value / rest),
    };
    orthogonal.push(direction);
    subtract(best, product(best.residual, direction.residual), direction);
  }
  return best.image;
}
