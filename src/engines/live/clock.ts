/** Seconds on the monotonic clock, which has one origin for all processes of a host. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e9;
