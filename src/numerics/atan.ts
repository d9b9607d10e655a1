/**
 * The arc tangent from arithmetic alone, so that every host gives the same bits: the argument is halved
 * three times, atan x = 2 atan(x / (1 + sqrt(1 + x^2))), and the power series does the rest.
 */
export function atan(x: number): number {
  let y = x;
  for (let halving = 0; halving < 3; halving++) y = y / (1 + Math.sqrt(1 + y * y));
  const square = y * y;
  let sum = 0;
  for (let n = 25; n >= 1; n -= 2) sum = 1 / n - square * sum;
  return 8 * y * sum;
}
