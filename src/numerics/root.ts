/**
 * Root of a continuous function in [low, high], whose ends have values of opposite sign (a jump through zero
 * counts as a root): inverse quadratic interpolation guarded by bisection, after T. R. Chandrupatla,
 * "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without using
 * derivatives", Advances in Engineering Software 28 (1997) 145-149. The answer is within 4 units in the last
 * place, or one part in 1e15 of the starting interval.
 * @throws RangeError when the ends do not bracket a root.
 */
export function rootIn(f: (x: number) => number, low: number, high: number): number {
  let a = high;
  let b = low;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa > 0 !== fb > 0)) throw new RangeError(`no change of sign between ${low} and ${high}`);
  let c = a;
  let fc = fa;
  let share = 0.5;
  const floor = 1e-15 * (high - low);
  for (let step = 0; step < 200; step++) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (fx > 0 === fa > 0) [c, fc] = [a, fa];
    else [c, b, fc, fb] = [b, a, fb, fa];
    [a, fa] = [x, fx];
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const tolerance = Math.max(2 * Number.EPSILON * Math.abs(best), floor) / Math.abs(b - a);
    if (fa === 0 || tolerance > 0.5) return fa === 0 ? a : best;
    share = nextShare(a, b, c, fa, fb, fc);
    share = Math.min(Math.max(share, tolerance), 1 - tolerance);
  }
  return a;
}

/** Where between a (0) and b (1) to look next: interpolated where that is safe, else the middle. */
function nextShare(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  return ((fa / (fb - fa)) * fc) / (fb - fc) + ((((c - a) / (b - a)) * fa) / (fc - fa)) * (fb / (fc - fb));
}
