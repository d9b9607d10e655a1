import { gaussLegendre } from '../gauss-legendre.js';

/** Points of a panel. */
export const count = 16;

const gauss = gaussLegendre(count);

/** Nodes from -1 to 1 in order, and their weights. */
export const nodes = Float64Array.from(gauss.nodes).reverse();
export const weights = Float64Array.from(gauss.weights).reverse();

/** Of (n + 1) P_(n+1) = (2n + 1) x P_n - n P_(n-1): the factors of x P_n and of P_(n-1). */
const ofLast = Float64Array.from({ length: count }, (_, n) => (2 * n + 1) / (n + 1));
const ofBefore = Float64Array.from({ length: count + 1 }, (_, n) => n / (n + 1));

/** Legendre's polynomials of degree 0 .. `count` at x. */
function polynomials(x: number): Float64Array {
  const values = new Float64Array(count + 1);
  values[0] = 1;
  values[1] = x;
  for (let n = 1; n < count; n++) values[n + 1] = ofLast[n] * x * values[n] - ofBefore[n] * values[n - 1];
  return values;
}

const atNodes = [...nodes].map(polynomials);

/** The expansion of the function with these values at the nodes, in Legendre's polynomials. */
export function expansion(values: ArrayLike<number>): Float64Array {
  const coefficients = new Float64Array(count);
  for (let n = 0; n < count; n++) {
    let sum = 0;
    for (let j = 0; j < count; j++) sum += weights[j] * values[j] * atNodes[j][n];
    coefficients[n] = ((2 * n + 1) / 2) * sum;
  }
  return coefficients;
}

/** The expansion's value at x in [-1, 1]; the coefficients begin at `from`. By C. W. Clenshaw's recurrence. */
export function valueAt(coefficients: Float64Array, from: number, x: number): number {
  let last = 0;
  let before = 0;
  for (let n = count - 1; n >= 1; n--) {
    const value = coefficients[from + n] + ofLast[n] * x * last - ofBefore[n + 1] * before;
    before = last;
    last = value;
  }
  return coefficients[from] + x * last - before / 2;
}

/** The expansion's slope at x, of which P_(n+1)' = P_(n-1)' + (2n + 1) P_n. */
export function slopeAt(coefficients: Float64Array, from: number, x: number): number {
  const p = polynomials(x);
  let before = 0;
  let last = 1;
  let sum = coefficients[from + 1];
  for (let n = 1; n < count - 1; n++) {
    const next = before + (2 * n + 1) * p[n];
    before = last;
    last = next;
    sum += coefficients[from + n + 1] * last;
  }
  return sum;
}

/** Its integral from -1 to x, of which ∫ P_n = (P_(n+1) - P_(n-1)) / (2n + 1). */
export function integralTo(coefficients: Float64Array, from: number, x: number): number {
  let sum = coefficients[from] * (x + 1);
  let before = 1;
  let last = x;
  for (let n = 1; n < count; n++) {
    const next = ofLast[n] * x * last - ofBefore[n] * before;
    sum += (coefficients[from + n] * (next - before)) / (2 * n + 1);
    before = last;
    last = next;
  }
  return sum;
}

/** Its slopes at the nodes: P_n' = Σ (2k + 1) P_k over k = n - 1, n - 3, ... */
export function slopes(coefficients: Float64Array): Float64Array {
  const slope = new Float64Array(count);
  for (let n = 1; n < count; n++) {
    for (let k = n - 1; k >= 0; k -= 2) slope[k] += (2 * k + 1) * coefficients[n];
  }
  return Float64Array.from({ length: count }, (_, j) =>
    slope.reduce((sum, value, k) => sum + value * atNodes[j][k], 0),
  );
}
