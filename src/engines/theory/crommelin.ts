import { poissonProbability } from '../../numerics/poisson.js';
import { rootIn } from '../../numerics/root.js';
import {
  type Complex,
  complex,
  exponential,
  magnitude,
  minus,
  over,
  plus,
  polar,
  power,
  scaled,
  times,
} from './complex.js';

/** The queue of M/D/c, customers in service not counted. */
export interface QueueAfterSlots {
  readonly meanQueue: number;
  readonly probabilityOfWait: number;
  /** P(queue <= n). */
  readonly atMost: (n: number) => number;
}

const one = complex(1);

/** Below this load of a server, or so many standard deviations of it below all servers, all is known after a few slots. */
const [lightLoad, spareDeviations] = [0.6, 3];

/** M/D/c with `load` erlangs. */
export const queueAfterSlots = (servers: number, load: number): QueueAfterSlots =>
  load < lightLoad * servers || load + spareDeviations * Math.sqrt(load) < servers
    ? bySlots(servers, load)
    : byRoots(servers, load);

/**
 * Slot after slot: of n customers all but c stay, and Poisson many come. Positive terms, so that small chances to
 * wait keep their digits.
 */
function bySlots(servers: number, load: number): QueueAfterSlots {
  // Fewer come than servers are there, but for so many.
  const most = Math.ceil(12 * Math.sqrt(load) + 60);
  const come = Float64Array.from({ length: servers + most + 1 }, (_, n) => poissonProbability(n, load));
  /** Chances that 1, 2, ... wait, and that none does and all servers are busy. */
  let waiting = new Float64Array(most);
  let allBusy = 0;
  for (let slot = 0; slot < 500; slot++) {
    const next = new Float64Array(most);
    const none = 1 - waiting.reduce((sum, p) => sum + p, 0);
    const found = (n: number): number => {
      let sum = none * come[n];
      for (let j = 1; j <= Math.min(n, most); j++) sum += waiting[j - 1] * come[n - j];
      return sum;
    };
    for (let j = 1; j <= most; j++) next[j - 1] = found(servers + j);
    allBusy = found(servers);
    const settled = next.every((p, j) => Math.abs(p - waiting[j]) <= 1e-15 * p);
    waiting = next;
    if (settled) break;
  }
  const beyond = waiting.slice();
  for (let j = most - 2; j >= 0; j--) beyond[j] += beyond[j + 1];
  return {
    meanQueue: beyond.reduce((sum, p) => sum + p, 0),
    probabilityOfWait: beyond[0] + allBusy,
    atMost: n => (n < 0 ? 0 : 1 - (beyond[n] ?? 0)),
  };
}

/**
 * The generating function of the queue is K (1 - z) Π (z - z_k) / (e^(-a (1 - z)) - z^c),
 * up to sign, with the c - 1 roots z_k inside the unit circle of z^c = e^(-a (1 - z)) (C. D. Crommelin 1932).
 * Its coefficients: a geometric tail from the first root outside, plus what the discrete Fourier transform
 * finds in the rest, which dies out within a few hundred places.
 */
function byRoots(servers: number, load: number): QueueAfterSlots {
  const roots = innerRoots(servers, load);
  // The roots come in conjugate pairs, so the imaginary parts of sums and products cancel.
  let product = one;
  let sum = 0;
  for (const z of roots) {
    const distance = minus(one, z);
    product = times(product, distance);
    sum += over(one, distance).re;
  }
  const spare = servers - load;
  const distances = factors(roots);
  /** The numerator over `unit`^(c + 1), which keeps it from overflowing at a large z. */
  const numerator = (z: Complex, unit = 1): Complex =>
    times(scaled(minus(one, z), spare / (unit * unit)), distances(z, unit));
  const generating = (z: Complex): Complex =>
    over(numerator(z), minus(exponential(scaled(minus(z, one), load)), power(z, servers)));
  const outer = outerRoot(servers, load);
  // The residue at the outer root, where the denominator's slope is z^c (a - c / z).
  const weight = numerator(complex(outer), outer).re / (servers / outer - load);
  const geometric = (z: Complex): Complex => over(complex(weight), minus(one, scaled(z, 1 / outer)));
  const rest = fourierCoefficients(
    z => minus(generating(z), geometric(z)),
    32 * Math.ceil(Math.sqrt(servers)) + 64,
  );
  const cumulative: number[] = [];
  for (const value of rest) cumulative.push((cumulative.at(-1) ?? 0) + value);
  const settled = rest.length - 1;
  const tail = (n: number): number => (weight * outer ** -n) / (outer - 1);
  const total = tail(0) * outer + cumulative[settled];
  return {
    meanQueue: (load * load - servers * (servers - 1)) / (2 * spare) + sum,
    probabilityOfWait: 1 - spare / product.re,
    atMost: n => (n < 0 ? 0 : total - tail(n) - (cumulative[settled] - cumulative[Math.min(n, settled)])),
  };
}

/** Π (z - z_k) / (1 - z_k) / `unit`, the factors of two conjugate roots at a time. */
function factors(roots: readonly Complex[]): (z: Complex, unit: number) => Complex {
  // They are in the order of their angles, so that the last is the first one's conjugate.
  const atOne = roots.map(({ re, im }) => (1 - re) ** 2 + im * im);
  const pairs = roots.length >> 1;
  return (z, unit) => {
    let { re, im } =
      roots.length % 2 ? over(minus(z, roots[pairs]), scaled(minus(one, roots[pairs]), unit)) : one;
    for (let k = 0; k < pairs; k++) {
      const root = roots[k];
      const size = unit * unit * atOne[k];
      const aside = z.re - root.re;
      const factorRe = (aside * aside - (z.im - root.im) * (z.im + root.im)) / size;
      const factorIm = (2 * aside * z.im) / size;
      const product = re * factorRe - im * factorIm;
      im = re * factorIm + im * factorRe;
      re = product;
    }
    return { re, im };
  };
}

/**
 * z = ω e^(-ρ (1 - z)) for each c-th root of unity ω but 1, in the order of their angles, by Newton's method from where
 * |z| <= 1 maps into itself.
 */
function innerRoots(servers: number, load: number): Complex[] {
  const rho = load / servers;
  const upper = Array.from({ length: servers >> 1 }, (_, k) => {
    const unit = polar(1, (2 * Math.PI * (k + 1)) / servers);
    const image = (z: Complex): Complex => times(unit, exponential(scaled(minus(z, one), rho)));
    let z = complex(0);
    for (let step = 0; step < 20; step++) z = image(z);
    for (let step = 0; step < 50; step++) {
      const next = image(z);
      const change = over(minus(next, z), minus(one, scaled(next, rho)));
      z = plus(z, change);
      if (magnitude(change) < 1e-15) break;
    }
    return z;
  });
  const lower = upper.slice(0, servers - 1 - upper.length).map(({ re, im }) => complex(re, -im));
  return [...upper, ...lower.reverse()];
}

/** The root z > 1 of c ln z = a (z - 1): the queue's geometric decay is 1/z. */
function outerRoot(servers: number, load: number): number {
  const excess = (z: number): number => servers * Math.log(z) - load * (z - 1);
  const top = servers / load;
  let high = 2 * top;
  while (excess(high) > 0) high *= 2;
  return rootIn(excess, top, high);
}

/** The first n coefficients of a power series that converges well beyond the unit circle, by sums over n points of it. */
function fourierCoefficients(f: (z: Complex) => Complex, n: number): number[] {
  // Half a step beside 1, where generating functions are 0 / 0. The lower half circle mirrors the upper one.
  const values = Array.from({ length: n / 2 }, (_, k) => f(polar(1, (2 * Math.PI * (k + 0.5)) / n)));
  const [cos, sin] = [Math.cos, Math.sin].map(wave =>
    Float64Array.from({ length: 2 * n }, (_, k) => wave((Math.PI * k) / n)),
  );
  const re = Float64Array.from(values, value => value.re);
  const im = Float64Array.from(values, value => value.im);
  return Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let k = 0, turn = i; k < n / 2; k++) {
      sum += re[k] * cos[turn] + im[k] * sin[turn];
      turn += 2 * i;
      if (turn >= 2 * n) turn -= 2 * n;
    }
    return (2 * sum) / n;
  });
}
