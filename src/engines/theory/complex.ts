/** Complex numbers, as far as transforms and characteristic roots need them. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const complex = (re: number, im = 0): Complex => ({ re, im });
export const plus = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
export const minus = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });
export const times = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});
export const scaled = (a: Complex, factor: number): Complex => ({ re: a.re * factor, im: a.im * factor });
export function over(a: Complex, b: Complex): Complex {
  const size = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size };
}
export const magnitude = (a: Complex): number => Math.hypot(a.re, a.im);
export const polar = (length: number, angle: number): Complex => ({
  re: length * Math.cos(angle),
  im: length * Math.sin(angle),
});
export const power = (a: Complex, exponent: number): Complex =>
  polar(magnitude(a) ** exponent, exponent * Math.atan2(a.im, a.re));
export const exponential = (a: Complex): Complex => polar(Math.exp(a.re), a.im);
