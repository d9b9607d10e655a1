/**
 * Exponential back-off: how long it takes from one attempt to the next, before any jitter.
 *
 * @param drawn seconds, of the delay's law
 * @param attempts that there have been, at least 1
 * @param multiplier each delay is so many times as long as the one before
 * @param cap seconds that none exceeds; infinity: no limit
 */
export function backoffLength(drawn: number, attempts: number, multiplier: number, cap: number): number {
  let length = drawn;
  // By products, which are the same on every host.
  if (multiplier > 1) for (let i = 1; i < attempts && length < cap && length > 0; i++) length *= multiplier;
  return length > cap ? cap : length;
}
