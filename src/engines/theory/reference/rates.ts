/** An arrival rate that changes with time. */
export interface RateProfile {
  readonly at: (t: number) => number;
  readonly peak: number;
  readonly jumps: readonly number[];
}

/**
 * The profiles that reference cases describe in words: '0.7+0.5 sin(2 pi t/10)' and '12 on [2,6), else 5'.
 * @throws TypeError at any other text.
 */
export function rateProfile(text: string): RateProfile {
  const wave = /^([\d.]+)\s*\+\s*([\d.]+)\s*sin\(2 pi t\/([\d.]+)\)$/.exec(text);
  if (wave) {
    const [base, swing, period] = wave.slice(1).map(Number);
    return { at: t => base + swing * Math.sin((2 * Math.PI * t) / period), peak: base + swing, jumps: [] };
  }
  const pulse = /^([\d.]+) on \[([\d.]+),([\d.]+)\), else ([\d.]+)$/.exec(text);
  if (pulse) {
    const [inside, from, to, outside] = pulse.slice(1).map(Number);
    return {
      at: t => (t >= from && t < to ? inside : outside),
      peak: Math.max(inside, outside),
      jumps: [from, to],
    };
  }
  throw new TypeError(`cannot read the arrival rate ${JSON.stringify(text)}`);
}
