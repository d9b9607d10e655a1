import { gammaP, gammaQ } from './incomplete-gamma.js';

/** P(Z <= z) for a standard normal Z; NIST Digital Library of Mathematical Functions, 7.11.1 and 7.11.2. */
export function normalCdf(z: number): number {
  const half = (z * z) / 2;
  return z < 0 ? gammaQ(0.5, half) / 2 : (1 + gammaP(0.5, half)) / 2;
}
