/** Up to which power the series is taken: what is left out is below 2^-60 at a quarter turn. */
const terms = 12;
const turn = 2 * Math.PI;

/**
 * sin(2 pi x), where x counts turns. Made of additions and multiplications alone, so that every host gives the
 * same bits, as `Math.sin` does not; absolute error below 1e-15 for |x| up to 1.
 */
export function sineOfTurns(x: number): number {
  const rest = x - Math.round(x);
  // Within a quarter turn of 0: sin(pi - a) = sin a.
  const near = rest > 0.25 ? 0.5 - rest : rest < -0.25 ? -0.5 - rest : rest;
  const angle = turn * near;
  const square = angle * angle;
  let sum = 1;
  for (let k = terms; k > 0; k--) sum = 1 - (sum * square) / (2 * k * (2 * k + 1));
  return angle * sum;
}
