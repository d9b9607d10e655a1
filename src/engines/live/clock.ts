/** Seconds on the monotonic clock, which has one origin for all processes of a host. */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds + nanoseconds / 1e9;
}
