import { expect } from 'vitest';
import type { TimeDistribution } from '../../../../src/engines/theory/model.js';

/** What may be below 0. */
const signed = /^growthRate$/;
const shares = /robability|^utilisation$|^availability$|^busy|^blocked$|Congestion$|^served$|^share/;
/** Over all customers, those included who give up, or whose work is given up. */
const overAll = ['probabilityOfAbandonment', 'probabilityOfDeadLetter'];

const isLaw = (value: unknown): value is TimeDistribution =>
  typeof value === 'object' && value !== null && 'cdf' in value && 'quantile' in value;

/** Every number finite and of its kind, whatever the formula. */
export function expectSound(found: unknown, name = ''): void {
  if (typeof found === 'number') {
    expect(found, name).toSatisfy(Number.isFinite);
    if (!signed.test(name)) expect(found, name).toBeGreaterThanOrEqual(0);
    if (shares.test(name)) expect(found, name).toBeLessThanOrEqual(1 + 1e-9);
    return;
  }
  if (typeof found !== 'object' || found === null) return;
  if (isLaw(found)) {
    expectLaw(found, name);
    return;
  }
  for (const [key, value] of Object.entries(found)) {
    expectSound(value, Array.isArray(found) ? name : key);
  }
  if (!Array.isArray(found)) expectLittle(found as Readonly<Record<string, unknown>>);
}

/** L = λ W of the system and of the queue, where all of them are there. */
function expectLittle(found: Readonly<Record<string, unknown>>): void {
  const { throughput } = found;
  if (typeof throughput !== 'number') return;
  const without = overAll.find(name => name in found);
  const flow = without === undefined ? throughput : throughput / (1 - Number(found[without]));
  for (const [number, time] of [
    ['meanNumberInQueue', 'meanWait'],
    ['meanNumberInSystem', 'meanSojourn'],
  ]) {
    const [l, w] = [found[number], found[time]];
    if (typeof l !== 'number' || typeof w !== 'number') continue;
    expect(Math.abs(l - flow * w), `${number} ${l}, flow ${flow} times ${time} ${w}`).toBeLessThanOrEqual(
      1e-9 * l + 1e-300,
    );
  }
}

/** A cdf that rises from 0 to 1, and quantiles that are its inverse; at an atom the cdf leaps over p. */
export function expectLaw({ cdf, quantile }: TimeDistribution, name: string): void {
  expect(cdf(-1), name).toBe(0);
  let before = 0;
  for (const p of [0.1, 0.5, 0.9, 0.99, 0.999]) {
    const t = quantile(p);
    expect(t, `${name} at ${p}`).toSatisfy(Number.isFinite);
    expect(t, `${name} at ${p}`).toBeGreaterThanOrEqual(before);
    before = t;
    const reached = cdf(t * (1 + 1e-12));
    expect(reached, `${name} at ${p}`).toBeGreaterThanOrEqual(p - 1e-8);
    expect(reached, `${name} at ${p}`).toBeLessThanOrEqual(1);
    if (t > 0) expect(cdf(t * (1 - 1e-9)), `${name} below ${p}`).toBeLessThanOrEqual(p + 1e-6);
  }
}
